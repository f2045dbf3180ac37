using System.Net;
using System.Text.Json;
using DotNext.Net.Cluster.Consensus.Raft;
using DotNext.Net.Cluster.Consensus.Raft.StateMachine;
using Holdfast.Local;
using Holdfast.Samples.Ledger;
using Holdfast.Samples.Ledger.FailOver;
using Holdfast.Testing;
using Holdfast.Tests.Shared;

namespace Holdfast.Samples.Tests;

/// <summary>The ledger keeps what it has acknowledged.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledger-tests-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingAcknowledgedIsLostWhenTheLeaderIsKilled()
    {
        (int exitCode, string output) = await SampleProcess.RunAsync("Ledger.FailOver", Cancellation);

        Assert.True(exitCode == 0, output);
        Assert.Contains(" is killed after ", output, StringComparison.Ordinal);
        Assert.Contains("started again on its own folder", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing acknowledged is lost.", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", Thorough.Category)]
    public async Task NothingAcknowledgedIsLostWhenMembersAreKilledAgainAndAgainUnderLoad()
    {
        int kills = Thorough.IsWanted ? 20 : 3;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(4));
        await using LocalCluster cluster = await TestCluster.StartAsync<Ledger.Ledger>(
            TestContext.Current.TestOutputHelper!.WriteLine, LocalCommand.Of<Ledger.Ledger>().With("Logging__LogLevel__Default", "None"), limit.Token);
        LocalSet ledger = cluster.Of<Ledger.Ledger>();
        using HttpClient http = cluster.CreateHttpClient();
        http.Timeout = TimeSpan.FromSeconds(2);
        var client = new LedgerClient(ledger, http);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        Task load = WriteAsync();

        // Half a second apart, or later where nothing has been acknowledged since: what is written while no two members run is not.
        for (int i = 0; i < kills; i++)
        {
            int before = client.Acknowledged.Count;
            await Task.Delay(TimeSpan.FromSeconds(0.5), limit.Token);
            await client.WaitForAsync(before + 1, load, limit.Token);
            LocalMember[] running = [.. ledger.Members.Where(member => member.ProcessId is not null)];
            await running[i % running.Length].KillAsync();
        }

        await enough.CancelAsync();
        await load;
        await client.LeaderAsync(limit.Token);
        await client.WriteAsync(10, limit.Token);

        Assert.Empty(await client.LostAsync(limit.Token));
        Assert.Equal(kills, ledger.Members.Sum(member => member.Log.Lines.Count(line => line.StartsWith("[holdfast] container ledger ended with", StringComparison.Ordinal))));
        Assert.True(client.Acknowledged.Count >= kills + 10, $"only {client.Acknowledged.Count} entries are acknowledged");

        async Task WriteAsync()
        {
            try
            {
                while (true)
                {
                    await client.WriteAsync(50, enough.Token);
                }
            }
            catch (OperationCanceledException) when (enough.IsCancellationRequested)
            {
                // What was under way then is not acknowledged.
            }
        }
    }

    [Fact]
    public async Task ALeaderThatIsCutOffIsReplacedAndCatchesUp()
    {
        await using LocalCluster cluster = await TestCluster.StartAsync<Ledger.Ledger>(
            TestContext.Current.TestOutputHelper!.WriteLine, LocalCommand.Of<Ledger.Ledger>().With("Logging__LogLevel__Default", "Error"), Cancellation);
        LocalSet ledger = cluster.Of<Ledger.Ledger>();
        using HttpClient http = cluster.CreateHttpClient();
        http.Timeout = TimeSpan.FromSeconds(2);
        var client = new LedgerClient(ledger, http);
        string leader = await client.LeaderAsync(Cancellation);
        await client.WriteAsync(20, Cancellation);

        LocalMember cut = ledger.Members.Single(member => member.Name == leader);
        cut.CutOff();
        string other = await client.LeaderAsync(Cancellation, except: cut);
        Assert.NotEqual(leader, other);
        await client.WriteAsync(20, Cancellation, except: cut);

        cut.Reconnect();
        await client.LeaderAsync(Cancellation);
        await client.WaitForAppliedAsync(cut, Cancellation);
        Assert.Empty(await client.LostByAsync(cut, Cancellation));
        Assert.Equal(40, client.Acknowledged.Count);
    }

    [Theory]
    [MemberData(nameof(FailuresOfARequest))]
    public async Task AClientAsksAgainAfterAFailureUnlessItHasEnded(Exception failure)
    {
        using var end = new CancellationTokenSource();
        Assert.Null(await Attempt.OrNullAsync(() => Task.FromException<string?>(failure), end.Token));

        await end.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Attempt.OrNullAsync(() => Task.FromException<string?>(failure), end.Token));
    }

    public static TheoryData<Exception> FailuresOfARequest() =>
    [
        new HttpRequestException("Connection refused"),
        new HttpIOException(HttpRequestError.ResponseEnded),
        new TaskCanceledException(),
    ];

    [Fact]
    public void WhatWasAcknowledgedAndIsGoneOrDiffersIsLost()
    {
        var acknowledged = new Dictionary<string, string> { ["1"] = "one", ["2"] = "two", ["3"] = "three" };

        Assert.Empty(LedgerClient.Lost(acknowledged, [new("1", "one"), new("2", "two"), new("3", "three"), new("4", "four")]));
        Assert.Equal(["2", "3"], LedgerClient.Lost(acknowledged, [new("1", "one"), new("2", "other")]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3)]
    public async Task AMemberThatStartsAgainHasWhatItHadApplied(int entriesPerSnapshot)
    {
        string[] before = await WithLogAsync(entriesPerSnapshot, log => WriteAsync(log, 0, 10));
        string[] again = await WithLogAsync(entriesPerSnapshot, _ => Task.CompletedTask);
        string[] more = await WithLogAsync(entriesPerSnapshot, log => WriteAsync(log, 10, 1));

        Assert.Equal(10, before.Length);
        Assert.Equal(before, again);
        Assert.Equal(11, more.Length);
        Assert.Equal(entriesPerSnapshot == 3, Snapshots.EnumerateFiles().Any());
    }

    [Fact]
    public async Task TheLastSnapshotAloneHasAllThatWasAppliedUntilThen()
    {
        await WithLogAsync(5, log => WriteAsync(log, 0, 12));
        await using var state = new LedgerState(Snapshots);
        await state.RestoreAsync(Cancellation);

        Assert.Equal(Enumerable.Range(0, 10).Select(Text), state.Entries.Values.Select(entry => entry.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheFirstTextOfAnIdCounts()
    {
        string[] texts = await WithLogAsync(1000, async log =>
        {
            await WriteAsync(log, new Entry("a", "first"));
            await WriteAsync(log, new Entry("a", "second"));
            await WriteAsync(log, new Entry("a", "first"));
        });

        Assert.Equal(["first"], texts);
    }

    [Fact]
    public void InAClusterMembersHaveTheDeclarationsAddresses()
    {
        var addresses = new MemberAddresses(PodIdentity.Current(Ledger.Ledger.Pods.Set, new InPod("ledger-1")));

        Assert.Equal(
            Enumerable.Range(0, 3).Select(ordinal => new DnsEndPoint($"ledger-{ordinal}.ledger.shop.svc.cluster.local", 3262)),
            addresses.Members);
        Assert.Equal(new DnsEndPoint("ledger-1.ledger.shop.svc.cluster.local", 3262), addresses.Self);
        Assert.Equal("/data", addresses.DataFolder);
        Assert.Equal(new IPEndPoint(IPAddress.Any, 8080), addresses.HttpListener);
        Assert.Equal("ledger-2", addresses.Find(addresses.Members.Last())?.Name);
        Assert.Equal(new Uri("http://ledger-2.ledger.shop.svc.cluster.local:8080"), addresses.Http(addresses.Find(addresses.Members.Last())!));
    }

    [Fact]
    public void AMemberThatTheOthersDoNotKnowRefusesToStart()
    {
        PodIdentity scaled = PodIdentity.Current(Ledger.Ledger.Pods.Set, new InPod("ledger-3"));

        string message = Assert.Throws<InvalidOperationException>(() => new MemberAddresses(scaled)).Message;

        Assert.Contains("ledger-3", message, StringComparison.Ordinal);
        Assert.Contains("Replicas", message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private DirectoryInfo Snapshots => _folder.CreateSubdirectory("snapshots");

    private static string Text(int number) => $"entry {number:D3}";

    private static async Task WriteAsync(WriteAheadLog log, int first, int number)
    {
        for (int i = first; i < first + number; i++)
        {
            await WriteAsync(log, new Entry($"{i}", Text(i)));
        }
    }

    private static async Task WriteAsync(WriteAheadLog log, Entry entry)
    {
        var written = new BinaryLogEntry { Content = JsonSerializer.SerializeToUtf8Bytes(entry), Term = 1 };
        long index = await log.AppendAsync(written, Cancellation);
        await log.CommitAsync(index, Cancellation);
        await log.WaitForApplyAsync(index, Cancellation);
        await log.FlushAsync(Cancellation);
    }

    /// <summary>Starts a log on this test's folder as a member does, and gives the texts that are there at last.</summary>
    private async Task<string[]> WithLogAsync(int entriesPerSnapshot, Func<WriteAheadLog, Task> use)
    {
        await using var state = new LedgerState(Snapshots, entriesPerSnapshot);
        await state.RestoreAsync(Cancellation);
        var options = new WriteAheadLog.Options { Location = _folder.CreateSubdirectory("log").FullName };
        await using var log = new WriteAheadLog(options, state);
        await log.InitializeAsync(Cancellation);
        await use(log);
        return [.. state.Entries.Values.Select(entry => entry.Text).Order(StringComparer.Ordinal)];
    }
}
