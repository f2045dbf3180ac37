using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>
/// Asks the API server for a Job, with the pod's own token. One GET of one object: a client library would bring far more than that.
/// </summary>
internal sealed class JobApi : IDisposable
{
    private const string DefaultPort = "443";

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    private readonly IPodEnvironment _environment;
    private readonly HttpClient _client;

    public JobApi(IPodEnvironment environment)
        : this(environment, Handler(environment))
    {
    }

    /// <param name="environment">The pod.</param>
    /// <param name="handler">Sends the requests.</param>
    internal JobApi(IPodEnvironment environment, HttpMessageHandler handler)
    {
        _environment = environment;
        _client = new HttpClient(handler) { Timeout = RequestTimeout };
    }

    /// <summary>Asks once. What goes wrong on the way is an answer too, since the next question may succeed.</summary>
    /// <exception cref="DiscoveryException">The pod lacks what it takes to ask.</exception>
    public async Task<JobAnswer> ReadAsync(string job, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(job));

        // The kubelet replaces the token while the pod runs.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Required(PodFiles.Token, _environment).Trim());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    return Read(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
                case HttpStatusCode.NotFound:
                    return new JobAnswer(JobPhase.Pending, "does not exist yet");
                case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                    return new JobAnswer(JobPhase.Refused, $"cannot be read ({Number(response.StatusCode)}): the pod's ServiceAccount lacks the right to get it");
                default:
                    return new JobAnswer(JobPhase.Pending, $"cannot be read: the API server answers {Number(response.StatusCode)}");
            }
        }
        catch (HttpRequestException exception)
        {
            return new JobAnswer(JobPhase.Pending, "cannot be read: " + exception.Message);
        }
        catch (JsonException exception)
        {
            return new JobAnswer(JobPhase.Pending, "cannot be read: " + exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new JobAnswer(JobPhase.Pending, $"cannot be read: the API server gave no answer within {RequestTimeout}");
        }
    }

    public void Dispose() => _client.Dispose();

    private static JobAnswer Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("status", out JsonElement status))
        {
            return new JobAnswer(JobPhase.Pending, "has not started yet");
        }

        if (status.TryGetProperty("conditions", out JsonElement conditions) && conditions.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement condition in conditions.EnumerateArray())
            {
                if (Text(condition, "status") == "True")
                {
                    switch (Text(condition, "type"))
                    {
                        case "Complete":
                            return new JobAnswer(JobPhase.Succeeded, "has succeeded");
                        case "Failed":
                            return new JobAnswer(JobPhase.Failed, $"has failed ({Text(condition, "reason")}): {Text(condition, "message")}");
                    }
                }
            }
        }

        return new JobAnswer(JobPhase.Pending, $"has not ended: {Count(status, "active")} pods run, {Count(status, "failed")} have failed");
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Count(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "0";

    private static string Number(HttpStatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);

    private static string Required(string path, IPodEnvironment environment) => environment.ReadFile(path) is { Length: > 0 } text
        ? text
        : throw new DiscoveryException(
            $"The file {path} is missing, so this pod cannot ask the API server for the Jobs that it starts after ({PodEnvironmentVariables.After}). Leave MountToken out of "
            + "[ServiceAccount], and automountServiceAccountToken out of the ServiceAccount.");

    /// <summary>Only the cluster's own authority counts, and no proxy is between a pod and its API server.</summary>
    private static SocketsHttpHandler Handler(IPodEnvironment environment)
    {
        var authorities = new X509Certificate2Collection();
        string pem = Required(PodFiles.ApiServerCertificates, environment);
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException exception)
        {
            throw new DiscoveryException($"The file {PodFiles.ApiServerCertificates} has no certificate that can be read, so the API server cannot be trusted.", exception);
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return new SocketsHttpHandler { UseProxy = false, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } };
    }

    private Uri Address(string job)
    {
        string host = _environment.Variable(PodEnvironmentVariables.KubernetesServiceHost) ?? "kubernetes.default.svc";
        string port = _environment.Variable(PodEnvironmentVariables.KubernetesServicePort) ?? DefaultPort;
        string? @namespace = _environment.Variable(PodEnvironmentVariables.PodNamespace) ?? _environment.ReadFile(PodFiles.Namespace)?.Trim();
        return new UriBuilder(Uri.UriSchemeHttps, host, int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture))
        {
            Path = $"/apis/batch/v1/namespaces/{@namespace}/jobs/{job}",
        }.Uri;
    }
}
