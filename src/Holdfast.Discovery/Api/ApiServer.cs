using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Holdfast.WellKnown;

namespace Holdfast.Discovery;

/// <summary>
/// Reads one object at a time from the API server, with the token and the certificates that the kubelet mounts. What statuses mean is the matter of
/// the code that asks. A client library would bring far more than one GET.
/// </summary>
/// <param name="environment">The pod.</param>
/// <param name="time">The clock of timeouts and pauses.</param>
/// <param name="handler">Sends the requests; left out, one that trusts the cluster's authority alone.</param>
internal sealed class ApiServer(IPodEnvironment environment, TimeProvider time, HttpMessageHandler? handler = null) : IDisposable
{
    private const string DefaultPort = "443";

    private const int LargestAnswer = 4 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private HttpClient? _client;

    /// <summary>Host and port, as URLs have them; null outside of a cluster.</summary>
    public string? Authority
    {
        get
        {
            if (environment.Variable(PodEnvironmentVariables.KubernetesServiceHost) is not { Length: > 0 } host)
            {
                return null;
            }

            string port = environment.Variable(PodEnvironmentVariables.KubernetesServicePort) is { Length: > 0 } given ? given : DefaultPort;
            return IPAddress.TryParse(host, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{host}]:{port}" : $"{host}:{port}";
        }
    }

    /// <summary>Asks once.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is cancelled.</exception>
    public async Task<ApiAnswer> GetAsync(ApiObject target, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await TryAsync(target, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ApiAnswer.None(ApiState.NoAnswer, string.Create(CultureInfo.InvariantCulture, $"the API server gave no answer within {timeout}"));
        }
    }

    /// <summary>Asks until there is an answer that does not change soon, or the time is up.</summary>
    /// <returns>That answer; where the time is up, no answer, with what the last attempt met.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is cancelled.</exception>
    public async Task<ApiAnswer> GetPersistentlyAsync(ApiObject target, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        string met = "";
        try
        {
            while (true)
            {
                ApiAnswer answer = await TryAsync(target, either.Token).ConfigureAwait(false);
                if (!answer.IsTransient)
                {
                    return answer;
                }

                met = answer.State == ApiState.Answered ? $"status {answer.Code}" : answer.Text;
                await Task.Delay(Pause, time, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ApiAnswer.None(ApiState.NoAnswer, met);
        }
    }

    public void Dispose() => _client?.Dispose();

    private async Task<ApiAnswer> TryAsync(ApiObject target, CancellationToken cancellationToken)
    {
        if (Authority is not { } authority)
        {
            return ApiAnswer.None(ApiState.NoCluster);
        }

        // The kubelet replaces the token while the pod runs.
        if (environment.ReadFile(PodFiles.Token)?.Trim() is not { Length: > 0 } token)
        {
            return ApiAnswer.None(ApiState.NoToken);
        }

        if (string.IsNullOrEmpty(target.Namespace))
        {
            return ApiAnswer.None(ApiState.NoNamespace);
        }

        if (!Uri.TryCreate($"https://{authority}{target.Path}", UriKind.Absolute, out Uri? uri))
        {
            return ApiAnswer.None(ApiState.NoAddress);
        }

        if (_client is null && Connect() is { } failure)
        {
            return ApiAnswer.None(ApiState.NoCertificates, failure);
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.ParseAdd("application/json");
            using HttpResponseMessage response = await _client!.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new ApiAnswer(ApiState.Answered, response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException or FormatException)
        {
            return ApiAnswer.None(ApiState.NoAnswer, exception.InnerException?.Message ?? exception.Message);
        }
    }

    /// <summary>Makes the client; what is said is what its certificates lack.</summary>
    private string? Connect()
    {
        HttpMessageHandler? sender = handler;
        if (sender is null)
        {
            // Only the cluster's authority counts: the token goes to no server that another one vouches for.
            if (environment.ReadFile(PodFiles.ApiServerCertificates) is not { Length: > 0 } certificates)
            {
                return "is missing";
            }

            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            try
            {
                policy.CustomTrustStore.ImportFromPem(certificates);
            }
            catch (CryptographicException exception)
            {
                return $"cannot be read: {exception.Message}";
            }

            if (policy.CustomTrustStore.Count == 0)
            {
                return "has no certificate";
            }

            // No proxy is between a pod and its API server.
            sender = new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
            };
        }

        _client = new HttpClient(sender) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
        return null;
    }
}
