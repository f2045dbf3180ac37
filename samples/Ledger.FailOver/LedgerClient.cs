using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Holdfast.Local;

namespace Holdfast.Samples.Ledger.FailOver;

/// <summary>A client that tries again until it gets an answer, and remembers what was acknowledged.</summary>
internal sealed class LedgerClient(LocalSet ledger, HttpClient http)
{
    private const int Writers = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private int _next;

    /// <summary>Texts by id of the entries that a member has said are written.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes further entries, several at a time, each to any member that runs.</summary>
    /// <param name="number">How many.</param>
    /// <param name="token">Ends it.</param>
    /// <param name="except">A member that runs and is not asked.</param>
    public async Task WriteAsync(int number, CancellationToken token, LocalMember? except = null)
    {
        IEnumerable<int> numbers = Enumerable.Range(_next, number);
        _next += number;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = token };
        await Parallel.ForEachAsync(numbers, options, async (entry, stopped) => await WriteOneAsync(entry, except, stopped));
    }

    /// <summary>Waits until so many entries are acknowledged, or their writing has ended.</summary>
    public async Task WaitForAsync(int number, Task writing, CancellationToken token)
    {
        while (Acknowledged.Count < number && !writing.IsCompleted)
        {
            await Task.Delay(Pause / 10, token);
        }
    }

    /// <summary>Waits until all members that run are ready and follow the same one, which runs.</summary>
    /// <param name="token">Ends the wait.</param>
    /// <param name="except">A member that runs and does not answer.</param>
    public async Task<string> LeaderAsync(CancellationToken token, LocalMember? except = null)
    {
        while (true)
        {
            LocalMember[] running = [.. Running().Where(member => member != except)];
            string?[] leaders = await Task.WhenAll(running.Select(member => LeaderOfAsync(member, token)));
            if (leaders.Distinct().ToArray() is [{ } leader] && running.Any(member => member.Name == leader))
            {
                return leader;
            }

            await Task.Delay(Pause, token);
        }
    }

    /// <summary>Waits until a member has applied as many entries as are acknowledged.</summary>
    public async Task WaitForAppliedAsync(LocalMember member, CancellationToken token)
    {
        while (await Attempt.OrNullAsync(() => StatusAsync(member, token), token) is not { } status || status.Entries < Acknowledged.Count)
        {
            await Task.Delay(Pause, token);
        }
    }

    /// <summary>What is acknowledged and is not what any of the members that run reads, up to date.</summary>
    public async Task<IReadOnlyCollection<string>> LostAsync(CancellationToken token)
    {
        IEnumerable<string> lost = [];
        foreach (LocalMember member in Running())
        {
            lost = lost.Union(await LostAsync(member, Routes.Entries, token));
        }

        return [.. lost];
    }

    /// <summary>What is acknowledged and is not what a member has applied by itself.</summary>
    public Task<IReadOnlyCollection<string>> LostByAsync(LocalMember member, CancellationToken token) =>
        LostAsync(member, Routes.Entries + "?local=true", token);

    /// <summary>Ids of what is acknowledged and is not among the entries, or there with another text.</summary>
    public static IReadOnlyCollection<string> Lost(IReadOnlyDictionary<string, string> acknowledged, IEnumerable<Entry> entries)
    {
        Dictionary<string, string> found = entries.ToDictionary(entry => entry.Id, entry => entry.Text, StringComparer.Ordinal);
        return [.. acknowledged.Where(entry => found.GetValueOrDefault(entry.Key) != entry.Value).Select(entry => entry.Key)];
    }

    private async Task WriteOneAsync(int number, LocalMember? except, CancellationToken token)
    {
        string id = number.ToString("D6", CultureInfo.InvariantCulture);
        string text = $"entry {id}";
        await UntilAsync(
            async member =>
            {
                using var content = new StringContent(text);
                using HttpResponseMessage response = await http.PutAsync(Address(member, $"{Routes.Entries}/{id}"), content, token);
                return response.StatusCode == HttpStatusCode.Created;
            },
            except,
            token);
        Acknowledged[id] = text;
    }

    private LocalMember[] Running() => [.. ledger.Members.Where(member => member.ProcessId is not null)];

    private static Uri Address(LocalMember member, string path) => new($"http://{member.EndPoint(Ledger.Http)}{path}");

    private async Task<IReadOnlyCollection<string>> LostAsync(LocalMember member, string path, CancellationToken token)
    {
        while (true)
        {
            if (await Attempt.OrNullAsync(() => http.GetFromJsonAsync<Entry[]>(Address(member, path), token), token) is { } entries)
            {
                return Lost(Acknowledged, entries);
            }

            await Task.Delay(Pause, token);
        }
    }

    private async Task<string?> LeaderOfAsync(LocalMember member, CancellationToken token) =>
        await Attempt.OrNullAsync(
            async () =>
            {
                using HttpResponseMessage ready = await http.GetAsync(Address(member, Routes.Ready), token);
                return ready.IsSuccessStatusCode ? (await StatusAsync(member, token))?.Leader : null;
            },
            token);

    private Task<MemberStatus?> StatusAsync(LocalMember member, CancellationToken token) =>
        http.GetFromJsonAsync<MemberStatus>(Address(member, Routes.Status), token);

    private async Task UntilAsync(Func<LocalMember, Task<bool>> send, LocalMember? except, CancellationToken token)
    {
        for (int turn = 0; ; turn++)
        {
            LocalMember[] running = [.. Running().Where(member => member != except)];
            if (running.Length > 0 && await Attempt.OrNullAsync(async () => await send(running[turn % running.Length]) ? "done" : null, token) is not null)
            {
                return;
            }

            await Task.Delay(Pause, token);
        }
    }
}
