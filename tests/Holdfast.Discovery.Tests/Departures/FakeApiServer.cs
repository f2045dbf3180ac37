using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Holdfast.WellKnown;

namespace Holdfast.Discovery.Tests.Departures;

/// <summary>An API server that has its own certificate authority; it answers what a test says.</summary>
internal sealed class FakeApiServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _own;
    private readonly Func<int, (int Status, string Body)> _answer;
    private readonly Task _serving;
    private int _requests;

    /// <param name="answer">The answer to each request by its number, from 0 on; none comes for a status of 0.</param>
    public FakeApiServer(Func<int, (int Status, string Body)> answer)
    {
        _answer = answer;
        (_authority, _own) = Certificates();
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The heads of the requests.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>A pod of the set zookeeper that knows this server and has a token.</summary>
    public FakePod Pod(int ordinal = 1) => FakePod.InCluster()
        .Named($"zookeeper-{ordinal}")
        .InNamespace("shop")
        .With(PodEnvironmentVariables.KubernetesServiceHost, "127.0.0.1")
        .With(PodEnvironmentVariables.KubernetesServicePort, ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture))
        .WithFile(PodFiles.Token, "abc\n")
        .WithFile(PodFiles.ApiServerCertificates, _authority.ExportCertificatePem());

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        _end.Dispose();
        _authority.Dispose();
        _own.Dispose();
    }

    /// <summary>The certificate of an authority and one that it has signed, for the loopback address.</summary>
    private static (X509Certificate2 Authority, X509Certificate2 Own) Certificates()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=kubernetes", key, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        X509Certificate2 issuer = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var ownKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new CertificateRequest("CN=kube-apiserver", ownKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        own.CertificateExtensions.Add(names.Build());
        using X509Certificate2 signed = own.Create(issuer, now.AddDays(-1), now.AddHours(12), [1, 2, 3, 4]);
        using X509Certificate2 withKey = signed.CopyWithPrivateKey(ownKey);
        return (issuer, X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _own }, _end.Token);
            var head = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                int read = await stream.ReadAsync(buffer, _end.Token);
                if (read == 0)
                {
                    return;
                }

                head.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }

            Requests.Enqueue(head.ToString());
            (int status, string body) = _answer(_requests++);
            if (status == 0)
            {
                await Task.Delay(Timeout.Infinite, _end.Token);
            }

            await stream.WriteAsync(
                Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Answer\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"),
                _end.Token);
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // A client that does not trust the certificate, or that has given up.
        }
    }
}
