using System.Diagnostics;
using Holdfast.WellKnown;

namespace Holdfast.Discovery.Tests.Departures;

/// <summary>Whether a replica that is stopped comes back, as far as it can know.</summary>
public class DepartureCheckTests
{
    private const string File = "/cluster/sets/zookeeper.json";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The set as a local cluster or the API server gives it, and what that means for zookeeper-1.</summary>
    public static TheoryData<string, DepartureState, DepartureCause, string?, bool?> Sets => new()
    {
        { """{"spec":{"replicas":3}}""", DepartureState.Staying, DepartureCause.None, "0 1 2", true },
        { """{"spec":{"replicas":2}}""", DepartureState.Staying, DepartureCause.None, "0 1", true },
        { """{"spec":{"replicas":1}}""", DepartureState.Leaving, DepartureCause.ScaledIn, "0", true },
        { """{"spec":{"replicas":0}}""", DepartureState.Leaving, DepartureCause.ScaledIn, "", true },
        { """{"spec":{}}""", DepartureState.Leaving, DepartureCause.ScaledIn, "0", true }, // Kubernetes' default is 1
        { """{"spec":{"replicas":null}}""", DepartureState.Leaving, DepartureCause.ScaledIn, "0", true },
        { """{"spec":{"replicas":1,"persistentVolumeClaimRetentionPolicy":{"whenScaled":"Delete","whenDeleted":"Retain"}}}""", DepartureState.Leaving, DepartureCause.ScaledIn, "0", false },
        { """{"spec":{"replicas":3,"persistentVolumeClaimRetentionPolicy":{"whenScaled":"Delete"}}}""", DepartureState.Staying, DepartureCause.None, "0 1 2", true },
        { """{"spec":{"replicas":3,"ordinals":{"start":1}}}""", DepartureState.Staying, DepartureCause.None, "1 2 3", true },
        { """{"spec":{"replicas":3,"ordinals":{"start":2}}}""", DepartureState.Leaving, DepartureCause.OrdinalsMoved, "2 3 4", true },
        { """{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},"spec":{"replicas":3}}""", DepartureState.Leaving, DepartureCause.SetDeleted, "", true },
        { """{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z","finalizers":["foregroundDeletion"]},"spec":{"replicas":3,"persistentVolumeClaimRetentionPolicy":{"whenDeleted":"Delete"}}}""", DepartureState.Leaving, DepartureCause.SetDeleted, "", false },
        { """{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z","finalizers":["orphan"]},"spec":{"replicas":3}}""", DepartureState.Staying, DepartureCause.None, "0 1 2", true },
        { """{"spec":{"replicas":"3"}}""", DepartureState.Unknown, DepartureCause.None, null, null },
        { """{"spec":{"replicas":-1}}""", DepartureState.Unknown, DepartureCause.None, null, null },
        { """{"spec":{"replicas":2147483647,"ordinals":{"start":9}}}""", DepartureState.Unknown, DepartureCause.None, null, null },
        { """{"kind":"Status"}""", DepartureState.Unknown, DepartureCause.None, null, null },
        { "[]", DepartureState.Unknown, DepartureCause.None, null, null },
        { "{", DepartureState.Unknown, DepartureCause.None, null, null },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task TheLocalClusterKnows(string json, DepartureState state, DepartureCause cause, string? remaining, bool? keepsClaims)
    {
        Departure departure = await AskAsync(new FakePod().Named("zookeeper-1").With(PodEnvironmentVariables.LocalSet, File).WithFile(File, json));
        Assert.Equal((state, cause, keepsClaims), (departure.State, departure.Cause, departure.KeepsClaims));
        Assert.Equal(remaining, Remaining(departure));
        Assert.Equal(state == DepartureState.Unknown ? departure.Source : DepartureSource.LocalCluster, departure.Source);
        Assert.NotEmpty(departure.Reason);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task TheApiServerKnows(string json, DepartureState state, DepartureCause cause, string? remaining, bool? keepsClaims)
    {
        await using var server = new FakeApiServer(_ => (200, json));
        Departure departure = await AskAsync(server.Pod());
        Assert.Equal((state, cause, keepsClaims, DepartureSource.ApiServer), (departure.State, departure.Cause, departure.KeepsClaims, departure.Source));
        Assert.Equal(remaining, Remaining(departure));
        string request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /apis/apps/v1/namespaces/shop/statefulsets/zookeeper HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAuthorization: Bearer abc\r\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, DepartureState.Leaving, "is deleted")]
    [InlineData(403, DepartureState.Unknown, "[Allow(ClientRights.ScaleIn)]")]
    [InlineData(401, DepartureState.Unknown, "does not accept the token")]
    [InlineData(400, DepartureState.Unknown, "answered 400")]
    public async Task OtherAnswersOfTheApiServer(int status, DepartureState state, string reason)
    {
        await using var server = new FakeApiServer(_ => (status, """{"kind":"Status"}"""));
        Departure departure = await AskAsync(server.Pod());
        Assert.Equal(state, departure.State);
        Assert.Contains(reason, departure.Reason, StringComparison.Ordinal);
        Assert.Null(departure.KeepsClaims);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task AServerThatIsBusyIsAskedAgain(int status)
    {
        await using var server = new FakeApiServer(request => request < 2 ? (status, "") : (200, """{"spec":{"replicas":1}}"""));
        Assert.Equal(DepartureState.Leaving, (await AskAsync(server.Pod())).State);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task AServerThatDoesNotAnswerIsNotWaitedFor()
    {
        await using var server = new FakeApiServer(_ => (0, ""));
        long begun = Stopwatch.GetTimestamp();
        Departure departure = await AskAsync(server.Pod(), new DepartureOptions { Timeout = TimeSpan.FromSeconds(0.5) });
        Assert.Equal(DepartureState.Unknown, departure.State);
        Assert.Contains("did not answer in time", departure.Reason, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task AServerThatIsNotThereIsNotAnException()
    {
        FakePod pod;
        await using (var server = new FakeApiServer(_ => (200, "")))
        {
            pod = server.Pod();
        }

        Departure departure = await AskAsync(pod, new DepartureOptions { Timeout = TimeSpan.FromSeconds(0.5) });
        Assert.Equal((DepartureState.Unknown, DepartureSource.ApiServer), (departure.State, departure.Source));
    }

    /// <summary>What answers at the address must have a certificate of the cluster's authority.</summary>
    [Fact]
    public async Task AnotherServerIsNotTrusted()
    {
        await using var server = new FakeApiServer(_ => (200, """{"spec":{"replicas":1}}"""));
        await using var other = new FakeApiServer(_ => (200, ""));
        string authority = other.Pod().ReadFile(PodFiles.ApiServerCertificates)!;
        Departure departure = await AskAsync(server.Pod().WithFile(PodFiles.ApiServerCertificates, authority), new DepartureOptions { Timeout = TimeSpan.FromSeconds(0.5) });
        Assert.Equal(DepartureState.Unknown, departure.State);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public async Task CertificatesThatCannotBeReadAreNotAnException(string certificates)
    {
        await using var server = new FakeApiServer(_ => (200, """{"spec":{"replicas":1}}"""));
        Departure departure = await AskAsync(server.Pod().WithFile(PodFiles.ApiServerCertificates, certificates), new DepartureOptions { Timeout = TimeSpan.FromSeconds(0.5) });
        Assert.Equal(DepartureState.Unknown, departure.State);
    }

    /// <summary>The token goes to no server that another authority vouches for.</summary>
    [Fact]
    public async Task WithoutCertificatesNothingIsAsked()
    {
        await using var server = new FakeApiServer(_ => (200, """{"spec":{"replicas":1}}"""));
        Departure departure = await AskAsync(server.Pod().WithFile(PodFiles.ApiServerCertificates, ""));
        Assert.Equal(DepartureState.Unknown, departure.State);
        Assert.Contains("ca.crt is missing, so zookeeper-1 cannot trust the API server", departure.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task WithoutATokenNothingIsAsked()
    {
        Departure departure = await AskAsync(FakePod.InCluster().Named("zookeeper-2").InNamespace("shop"));
        Assert.Equal((DepartureState.Unknown, DepartureSource.None), (departure.State, departure.Source));
        Assert.Contains("[Allow(ClientRights.ScaleIn)]", departure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutsideOfAClusterNothingKnows() =>
        Assert.Contains("does not run in a cluster", (await AskAsync(new FakePod().Named("zookeeper-1"))).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("true\n", DepartureState.Leaving)]
    [InlineData("yes", DepartureState.Leaving)]
    [InlineData("false", DepartureState.Unknown)]
    [InlineData("\n", DepartureState.Unknown)] // the annotation is not there
    public async Task AMarkedPodLeaves(string mark, DepartureState state)
    {
        Departure departure = await AskAsync(FakePod.InCluster().Named("zookeeper-1").InNamespace("shop").WithFile("/etc/holdfast/leaving", mark));
        Assert.Equal(state, departure.State);
        Assert.Equal(state == DepartureState.Leaving ? DepartureCause.Marked : DepartureCause.None, departure.Cause);
        Assert.Null(departure.Set);
    }

    [Fact]
    public async Task CancellationIsTheCallersMatter()
    {
        await using var server = new FakeApiServer(_ => (0, ""));
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        FakePod pod = server.Pod();
        IDepartureCheck check = DepartureCheck.Create(pod.Identify(ZooKeeper.StatefulSet), environment: pod);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check.AskAsync(cancellation.Token));
    }

    private static string? Remaining(Departure departure) => departure.Set is { } set ? string.Join(' ', set.Pods.Select(static pod => pod.Ordinal)) : null;

    private static Task<Departure> AskAsync(FakePod pod, DepartureOptions? options = null) =>
        DepartureCheck.Create(pod.Identify(ZooKeeper.StatefulSet), options, pod).AskAsync(Cancelled);
}
