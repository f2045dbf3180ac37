using Holdfast.Local;
using Holdfast.Testing;

namespace Holdfast.Samples.Ledger.FailOver;

/// <summary>Three members on this machine: writes, kills the leader again and again, and looks for what was acknowledged.</summary>
internal static class Demonstration
{
    private const int Writes = 240;
    private static readonly TimeSpan TimeForAll = TimeSpan.FromMinutes(5);

    /// <summary>Ends within five minutes, and leaves no process behind.</summary>
    /// <param name="kills">How often a leader is killed while entries are written.</param>
    /// <param name="output">Where to say what happens.</param>
    /// <returns>0 where nothing that was acknowledged is lost, 1 otherwise.</returns>
    public static async Task<int> RunAsync(int kills, TextWriter output)
    {
        using var limit = new CancellationTokenSource(TimeForAll);
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            limit.Cancel();
        };
        try
        {
            // Members warn of each one that is gone, which is what happens here on purpose.
            LocalCommand command = LocalCommand.Of<Ledger>().With("Logging__LogLevel__Default", nameof(LogLevel.Error));

            // They are asked to end as in a cluster, with all the time that the declaration gives them.
            LocalClusterOptions options = TestCluster.Options() with { LongestGracePeriod = null };
            await using LocalCluster cluster = await LocalCluster.StartAsync<Ledger>(command, options, limit.Token);
            return await RunAsync(cluster, kills, output, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            await output.WriteLineAsync($"Not done within {TimeForAll}, or interrupted.");
            return 1;
        }
        catch (LocalClusterException e)
        {
            await output.WriteLineAsync($"FAILED: {e.Message}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(LocalCluster cluster, int kills, TextWriter output, CancellationToken token)
    {
        LocalSet ledger = cluster.Of<Ledger>();
        using HttpClient http = cluster.CreateHttpClient();
        http.Timeout = TimeSpan.FromSeconds(15);
        var client = new LedgerClient(ledger, http);
        string leader = await client.LeaderAsync(token);
        await output.WriteLineAsync($"Three members run, and {leader} leads.");
        await client.WriteAsync(Writes, token);
        await output.WriteLineAsync($"{client.Acknowledged.Count} entries are written.");

        int lost = 0;
        for (int kill = 1; kill <= kills; kill++)
        {
            // The write goes on while its leader dies: what is acknowledged after that, another leader has acknowledged, or it itself when it is back.
            LocalMember killed = ledger.Members.Single(member => member.Name == leader);
            int before = client.Acknowledged.Count;
            Task writing = client.WriteAsync(Writes, token);
            await client.WaitForAsync(before + (Writes / 4), writing, token);
            await killed.KillAsync();
            await output.WriteLineAsync($"{leader} is killed after {client.Acknowledged.Count} acknowledged entries, while more are written.");
            await writing;
            leader = await client.LeaderAsync(token);
            await output.WriteLineAsync($"{leader} leads now; {client.Acknowledged.Count} entries are acknowledged.");
            await client.WaitForAppliedAsync(killed, token);
            lost += await ReportAsync($"{killed.Name}, started again on its own folder, by itself", await client.LostByAsync(killed, token), output);
        }

        // A leader that hangs, as on a node that does not answer: the others elect another one, and it follows when it goes on.
        LocalMember frozen = ledger.Members.Single(member => member.Name == leader);
        frozen.Freeze();
        leader = await client.LeaderAsync(token, frozen);
        await output.WriteLineAsync($"{frozen.Name} is frozen, and {leader} leads now.");
        frozen.Thaw();
        leader = await client.LeaderAsync(token);

        // As in a roll-out: the leader is asked to stop, hands over, and ends by itself.
        LocalMember stopped = ledger.Members.Single(member => member.Name == leader);
        await stopped.StopAsync();
        leader = await client.LeaderAsync(token);
        await output.WriteLineAsync($"{stopped.Name} was asked to stop and has ended; {leader} leads now.");
        await client.WriteAsync(Writes / 4, token);

        await Task.WhenAll(ledger.Members.Where(member => member != stopped).Select(member => member.StopAsync()));
        foreach (LocalMember member in ledger.Members)
        {
            member.Start();
        }

        leader = await client.LeaderAsync(token);
        await output.WriteLineAsync($"All have been stopped and started again; {leader} leads now.");
        lost += await ReportAsync("all members", await client.LostAsync(token), output);

        // A member that had to be killed when it was asked to stop, or that ended by itself, has not done as it should.
        string[] failed = [.. ledger.Members.Where(member => member.Restarts > kills + 1 || member.Log.Lines.Any(IsKilled)).Select(member => member.Name)];
        await output.WriteLineAsync(lost == 0 && failed.Length == 0 ? "Nothing acknowledged is lost." : $"FAILED. {string.Join(", ", failed)}");
        return lost == 0 && failed.Length == 0 ? 0 : 1;

        static bool IsKilled(string line) => line.Contains("has not ended within the grace period", StringComparison.Ordinal);
    }

    private static async Task<int> ReportAsync(string where, IReadOnlyCollection<string> lost, TextWriter output)
    {
        await output.WriteLineAsync(lost.Count == 0
            ? $"All acknowledged entries are there, as read from {where}."
            : $"LOST, as read from {where}: {string.Join(", ", lost.Order(StringComparer.Ordinal))}");
        return lost.Count;
    }
}
