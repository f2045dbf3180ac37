using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Testing;

namespace Holdfast.Discovery.Tests.Hosting;

/// <summary>Hosts that start after Jobs.</summary>
public class JobsAtStartTests
{
    private const string Succeeded = """{"kind":"Job","status":{"succeeded":1,"conditions":[{"type":"SuccessCriteriaMet","status":"True"},{"type":"Complete","status":"True"}]}}""";

    private const string Runs = """{"kind":"Job","status":{"active":1,"failed":2,"conditions":[{"type":"Suspended","status":"False"}]}}""";

    private const string Failed = """{"kind":"Job","status":{"failed":7,"conditions":[{"type":"Failed","status":"True","reason":"BackoffLimitExceeded","message":"Job has reached the specified backoff limit"}]}}""";

    [Fact]
    public async Task TheHostStartsOnceAllJobsHaveSucceeded()
    {
        var server = new Server(
            (HttpStatusCode.NotFound, "{}"),
            (HttpStatusCode.OK, """{"kind":"Job"}"""),
            (HttpStatusCode.OK, Runs),
            (HttpStatusCode.InternalServerError, "oops"),
            (HttpStatusCode.OK, "oops"),
            (HttpStatusCode.OK, Succeeded),
            (HttpStatusCode.OK, Succeeded));
        using IHost host = Build(server, "migrations-1, seed-2");
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(host.Services.GetRequiredService<Worker>().HasStarted);
        Assert.Equal(7, server.Requests.Count);
        Assert.All(server.Requests.Take(6), request => Assert.Equal("https://10.96.0.1:6443/apis/batch/v1/namespaces/shop/jobs/migrations-1 Bearer secret", request));
        Assert.EndsWith("/jobs/seed-2 Bearer secret", server.Requests[6], StringComparison.Ordinal);
        string[] log = [.. host.Services.GetFakeLogCollector().GetSnapshot().Select(record => record.Message)];
        Assert.Contains("This process starts after Job migrations-1, which does not exist yet", log);
        Assert.Contains("This process starts after Job migrations-1, which has not ended: 1 pods run, 2 have failed", log);
        Assert.Contains("Job seed-2 has succeeded", log);
    }

    [Fact]
    public async Task AJobThatFailsStopsTheHost()
    {
        using IHost host = Build(new Server((HttpStatusCode.OK, Failed)), "migrations-1");
        DiscoveryException exception = await Assert.ThrowsAsync<DiscoveryException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("Job \"migrations-1\" has failed (BackoffLimitExceeded): Job has reached the specified backoff limit.", exception.Message, StringComparison.Ordinal);
        Assert.False(host.Services.GetRequiredService<Worker>().HasStarted);
    }

    [Fact]
    public async Task ARightThatIsMissingIsAWarning_AndMayCome()
    {
        using IHost host = Build(new Server((HttpStatusCode.Forbidden, "{}"), (HttpStatusCode.OK, Succeeded)), "migrations-1");
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains(host.Services.GetFakeLogCollector().GetSnapshot(), record =>
            record.Level == Microsoft.Extensions.Logging.LogLevel.Warning && record.Message.Contains("cannot be read (403)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutATokenTheHostDoesNotStart()
    {
        using IHost host = Build(new Server(), "migrations-1", FakePod.InCluster().InNamespace("shop"));
        Assert.Contains("token is missing", (await Assert.ThrowsAsync<DiscoveryException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    /// <summary>What a pod lacks does not come by waiting; the pod is asked nothing then, and says what it lacks.</summary>
    [Theory]
    [InlineData(null, "shop", "6443", "ca.crt is missing, so this pod cannot ask")]
    [InlineData("no certificate", "shop", "6443", "ca.crt has no certificate, so this pod cannot ask")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "shop", "6443", "ca.crt cannot be read: ")]
    [InlineData(null, null, "6443", "The namespace of this pod is not known, so")]
    [InlineData(null, "shop", "many", "\"10.96.0.1:many\" is not the address of an API server, so")]
    public async Task WhatAPodLacksIsAnError(string? certificates, string? @namespace, string port, string message)
    {
        FakePod pod = FakePod.InCluster()
            .With("KUBERNETES_SERVICE_HOST", "10.96.0.1")
            .With("KUBERNETES_SERVICE_PORT", port)
            .WithFile("/var/run/secrets/kubernetes.io/serviceaccount/token", "secret\n");
        pod = @namespace is null ? pod : pod.InNamespace(@namespace);
        pod = certificates is null ? pod : pod.WithFile("/var/run/secrets/kubernetes.io/serviceaccount/ca.crt", certificates);
        using var api = new JobApi(pod);
        DiscoveryException exception = await Assert.ThrowsAsync<DiscoveryException>(() => api.ReadAsync("migrations-1", TestContext.Current.CancellationToken));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("(HOLDFAST_AFTER)", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Something else that answers at the address of the API server.</summary>
    [Theory]
    [InlineData("[]", "has not started yet")]
    [InlineData("""{"status":3}""", "has not ended: 0 pods run, 0 have failed")]
    [InlineData("""{"status":{"conditions":[3,{"type":7,"status":"True"}],"active":"1"}}""", "has not ended: 0 pods run, 0 have failed")]
    public async Task WhatIsNoJobHasNotEnded(string json, string text)
    {
        using var server = new Server((HttpStatusCode.OK, json));
        using var api = new JobApi(Pod(), server);
        Assert.Equal(new JobAnswer(JobPhase.Pending, text), await api.ReadAsync("migrations-1", TestContext.Current.CancellationToken));
    }

    /// <summary>Nothing is asked where the manifest names no Job, and outside a cluster.</summary>
    [Theory]
    [InlineData(null, true)]
    [InlineData(" , ", true)]
    [InlineData("migrations-1", false)]
    public async Task ThereMayBeNothingToWaitFor(string? jobs, bool isInCluster)
    {
        var server = new Server();
        using IHost host = Build(server, jobs, isInCluster ? null : new FakePod());
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Empty(server.Requests);
        Assert.True(host.Services.GetRequiredService<Worker>().HasStarted);
    }

    /// <summary>An API server as pods see it: by address, with a certificate of the cluster's own authority.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnlyTheClustersAuthorityIsTrusted(bool isTrusted)
    {
        using X509Certificate2 certificate = Certificate();
        using X509Certificate2 other = Certificate();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        FakePod pod = Pod().With("KUBERNETES_SERVICE_HOST", "127.0.0.1").With("KUBERNETES_SERVICE_PORT", ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .WithFile("/var/run/secrets/kubernetes.io/serviceaccount/ca.crt", (isTrusted ? certificate : other).ExportCertificatePem());
        using var api = new JobApi(pod);
        Task<JobAnswer> asked = api.ReadAsync("migrations-1", TestContext.Current.CancellationToken);
        using TcpClient client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(certificate);
            await stream.ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Succeeded.Length}\r\nConnection: close\r\n\r\n{Succeeded}"), TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (!isTrusted && exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client hangs up.
        }

        Assert.Equal(isTrusted ? JobPhase.Succeeded : JobPhase.Pending, (await asked).Phase);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=kubernetes", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private static FakePod Pod() => FakePod.InCluster().InNamespace("shop")
        .With("KUBERNETES_SERVICE_HOST", "10.96.0.1")
        .With("KUBERNETES_SERVICE_PORT", "6443")
        .WithFile("/var/run/secrets/kubernetes.io/serviceaccount/token", "secret\n");

    private static IHost Build(Server server, string? jobs, FakePod? pod = null)
    {
        pod ??= Pod();
        HostApplicationBuilder builder = Hosts.Builder(jobs is null ? pod : pod.With("HOLDFAST_AFTER", jobs), new Hurried());
        builder.Services.AddSingleton<Func<JobApi>>(provider => () => new JobApi(provider.GetRequiredService<IPodEnvironment>(), server));
        builder.Services.AddSingleton<Worker>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Worker>());
        builder.AddHoldfastStart().AddHoldfastStart();
        return builder.Build();
    }

    /// <summary>Time in which every wait is over at once.</summary>
    private sealed class Hurried : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }

    private sealed class Worker : IHostedService
    {
        public bool HasStarted { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            HasStarted = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Server(params (HttpStatusCode Code, string Text)[] answers) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.RequestUri} {request.Headers.Authorization}");
            (HttpStatusCode code, string text) = answers[Requests.Count - 1];
            return Task.FromResult(new HttpResponseMessage(code) { Content = new StringContent(text) });
        }
    }
}
