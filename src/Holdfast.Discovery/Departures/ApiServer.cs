using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>Reads a StatefulSet from the API server, with the token and the certificates that the kubelet mounts.</summary>
internal sealed class ApiServer(IPodEnvironment environment, TimeProvider time)
{
    private const string DefaultPort = "443";

    private const int LargestAnswer = 4 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks until there is an answer or the time is up.</summary>
    public async Task<Departure> AskAsync(PodIdentity self, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (environment.Variable(PodEnvironmentVariables.KubernetesServiceHost) is not { Length: > 0 } host)
        {
            return DepartureRule.Unknown("This process does not run in a cluster, so nothing knows whether it comes back.");
        }

        if (environment.ReadFile(PodFiles.Token)?.Trim() is not { Length: > 0 } token)
        {
            return DepartureRule.Unknown(
                $"{self.Name} has no service account token, so it cannot ask the API server. Declare [Allow(ClientRights.ScaleIn)], or mark the pod before it leaves.");
        }

        if (self.Namespace is not { } ns)
        {
            return DepartureRule.Unknown($"The namespace of {self.Name} is not known, so the API server cannot be asked about its set.");
        }

        string port = environment.Variable(PodEnvironmentVariables.KubernetesServicePort) is { Length: > 0 } given ? given : DefaultPort;
        string authority = IPAddress.TryParse(host, out IPAddress? address) && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{host}]" : host;
        if (!Uri.TryCreate($"https://{authority}:{port}/apis/apps/v1/namespaces/{ns}/statefulsets/{self.Set.Name}", UriKind.Absolute, out Uri? uri))
        {
            return DepartureRule.Unknown($"\"{authority}:{port}\" is not the address of an API server.");
        }

        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        string? failure = null;
        try
        {
            using HttpClient client = CreateClient();
            while (true)
            {
                (Departure? answer, failure) = await TryAsync(client, uri, token, self, either.Token).ConfigureAwait(false);
                if (answer is not null)
                {
                    return answer;
                }

                await Task.Delay(Pause, time, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DepartureRule.Unknown(
                $"The API server at {authority}:{port} did not answer in time{(failure is null ? "" : $" ({failure})")}. A NetworkPolicy that restricts egress must let replicas reach it.",
                DepartureSource.ApiServer);
        }
        catch (CryptographicException exception)
        {
            return DepartureRule.Unknown($"{PodFiles.ApiServerCertificates} cannot be read: {exception.Message}", DepartureSource.ApiServer);
        }
    }

    /// <summary>One attempt: an answer, or what failed where another attempt may succeed.</summary>
    private static async Task<(Departure? Answer, string? Failure)> TryAsync(HttpClient client, Uri uri, string token, PodIdentity self, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.ParseAdd("application/json");
            using HttpResponseMessage response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            int status = (int)response.StatusCode;
            return response.StatusCode switch
            {
                HttpStatusCode.OK => (await ReadAsync(response, self, cancellationToken).ConfigureAwait(false), null),
                HttpStatusCode.NotFound => (DepartureRule.Deleted(self, DepartureSource.ApiServer, keepsClaims: null), null),
                HttpStatusCode.Forbidden => (DepartureRule.Unknown(
                    $"The API server forbids {self.Name} to read its StatefulSet (403). Declare [Allow(ClientRights.ScaleIn)].", DepartureSource.ApiServer), null),
                HttpStatusCode.Unauthorized => (DepartureRule.Unknown(
                    $"The API server does not accept the token of {self.Name} (401).", DepartureSource.ApiServer), null),
                HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => (null, $"status {status}"),
                _ => (DepartureRule.Unknown($"The API server answered {status}.", DepartureSource.ApiServer), null),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException or FormatException)
        {
            return (null, exception.InnerException?.Message ?? exception.Message);
        }
    }

    private static async Task<Departure> ReadAsync(HttpResponseMessage response, PodIdentity self, CancellationToken cancellationToken) =>
        SetSpec.TryRead(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false), out SetSpec? spec)
            ? DepartureRule.Of(self, spec, DepartureSource.ApiServer)
            : DepartureRule.Unknown("The API server's answer is not a StatefulSet.", DepartureSource.ApiServer);

    /// <summary>A client that trusts the cluster's own certificates alone.</summary>
    private HttpClient CreateClient()
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        if (environment.ReadFile(PodFiles.ApiServerCertificates) is { Length: > 0 } certificates)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPem(certificates);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
    }
}
