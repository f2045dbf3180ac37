namespace Holdfast.Samples.Ledger;

/// <summary>Three members as processes of this machine: writes, kills the leader, and looks for what was acknowledged.</summary>
internal static class Demonstration
{
    private const int Writes = 240;
    private static readonly TimeSpan TimeForAll = TimeSpan.FromMinutes(5);

    /// <summary>Ends within five minutes, and leaves no process behind.</summary>
    /// <returns>0 where nothing that was acknowledged is lost, 1 otherwise.</returns>
    public static async Task<int> RunAsync(TextWriter output)
    {
        using var limit = new CancellationTokenSource(TimeForAll);
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            limit.Cancel();
        };

        DirectoryInfo folder = Directory.CreateTempSubdirectory("ledger-");
        MemberProcess[] members = MemberProcess.OnFreePorts(folder);
        try
        {
            return await RunAsync(members, output, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            await output.WriteLineAsync($"Not done within {TimeForAll}, or interrupted.");
            return 1;
        }
        catch (InvalidOperationException e)
        {
            await output.WriteLineAsync($"FAILED: {e.Message}");
            return 1;
        }
        finally
        {
            foreach (MemberProcess member in members)
            {
                member.Dispose();
            }

            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(MemberProcess[] members, TextWriter output, CancellationToken token)
    {
        foreach (MemberProcess member in members)
        {
            member.Start();
        }

        var client = new LedgerClient(members);
        string leader = await client.LeaderAsync(token);
        await output.WriteLineAsync($"Three members run, and {leader} leads.");

        await client.WriteAsync(Writes, token);
        await output.WriteLineAsync($"{client.Acknowledged.Count} entries are written.");

        // The write goes on while its leader dies: what is acknowledged after that, another leader has acknowledged.
        MemberProcess killed = members.Single(member => member.Name == leader);
        Task writing = client.WriteAsync(Writes, token);
        await client.WaitForAsync(Writes + (Writes / 4), writing, token);
        killed.Kill();
        await output.WriteLineAsync($"{leader} is killed after {client.Acknowledged.Count} acknowledged entries, while more are written.");
        await writing;
        leader = await client.LeaderAsync(token);
        await output.WriteLineAsync($"{leader} leads now; {client.Acknowledged.Count} entries are acknowledged.");
        int lost = await ReportAsync("the members that are left", await client.LostAsync(token), output);

        killed.Start();
        await client.WaitForAppliedAsync(killed, token);
        lost += await ReportAsync($"{killed.Name}, started again on its own folder, by itself", await client.LostByAsync(killed, token), output);

        // As in a roll-out: the leader is asked to stop, hands over, and ends by itself.
        MemberProcess stopped = members.Single(member => member.Name == leader);
        int code = await stopped.StopAsync(token);
        leader = await client.LeaderAsync(token);
        await output.WriteLineAsync($"{stopped.Name} was asked to stop and ended with {code}; {leader} leads now.");
        await client.WriteAsync(Writes / 4, token);

        foreach (MemberProcess member in members.Where(member => member != stopped))
        {
            code += await member.StopAsync(token);
        }

        foreach (MemberProcess member in members)
        {
            member.Start();
        }

        leader = await client.LeaderAsync(token);
        await output.WriteLineAsync($"All have been stopped and started again; {leader} leads now.");
        lost += await ReportAsync("all members", await client.LostAsync(token), output);
        await output.WriteLineAsync(lost == 0 && code == 0 ? "Nothing acknowledged is lost." : "FAILED.");
        return lost == 0 && code == 0 ? 0 : 1;
    }

    private static async Task<int> ReportAsync(string where, IReadOnlyCollection<string> lost, TextWriter output)
    {
        await output.WriteLineAsync(lost.Count == 0
            ? $"All acknowledged entries are there, as read from {where}."
            : $"LOST, as read from {where}: {string.Join(", ", lost.Order(StringComparer.Ordinal))}");
        return lost.Count;
    }
}
