using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Holdfast.Samples.Ledger;

/// <summary>A client that tries again until it gets an answer, and remembers what was acknowledged.</summary>
internal sealed class LedgerClient(IReadOnlyList<MemberProcess> members)
{
    private const int Writers = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxAutomaticRedirections = 2 }) { Timeout = TimeSpan.FromSeconds(15) };
    private int _next;

    /// <summary>Texts by id of the entries that a member has said are written.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes further entries, several at a time, each to any member that runs.</summary>
    public async Task WriteAsync(int number, CancellationToken token)
    {
        IEnumerable<int> numbers = Enumerable.Range(_next, number);
        _next += number;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = token };
        await Parallel.ForEachAsync(numbers, options, async (entry, stopped) => await WriteOneAsync(entry, stopped));
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
    public async Task<string> LeaderAsync(CancellationToken token)
    {
        while (true)
        {
            MemberProcess[] running = Running();
            string?[] leaders = await Task.WhenAll(running.Select(member => LeaderOfAsync(member, token)));
            if (leaders.Distinct().ToArray() is [{ } leader] && running.Any(member => member.Name == leader))
            {
                return leader;
            }

            await Task.Delay(Pause, token);
        }
    }

    /// <summary>Waits until a member has applied as many entries as are acknowledged.</summary>
    public async Task WaitForAppliedAsync(MemberProcess member, CancellationToken token)
    {
        while (await TryAsync(() => StatusAsync(member, token), token) is not { } status || status.Entries < Acknowledged.Count)
        {
            await Task.Delay(Pause, token);
        }
    }

    /// <summary>What is acknowledged and is not what any of the members that run reads, up to date.</summary>
    public async Task<IReadOnlyCollection<string>> LostAsync(CancellationToken token)
    {
        IEnumerable<string> lost = [];
        foreach (MemberProcess member in Running())
        {
            lost = lost.Union(await LostAsync(member, Routes.Entries, token));
        }

        return [.. lost];
    }

    /// <summary>What is acknowledged and is not what a member has applied by itself.</summary>
    public Task<IReadOnlyCollection<string>> LostByAsync(MemberProcess member, CancellationToken token) =>
        LostAsync(member, Routes.Entries + "?local=true", token);

    /// <summary>Ids of what is acknowledged and is not among the entries, or there with another text.</summary>
    public static IReadOnlyCollection<string> Lost(IReadOnlyDictionary<string, string> acknowledged, IEnumerable<Entry> entries)
    {
        Dictionary<string, string> found = entries.ToDictionary(entry => entry.Id, entry => entry.Text, StringComparer.Ordinal);
        return [.. acknowledged.Where(entry => found.GetValueOrDefault(entry.Key) != entry.Value).Select(entry => entry.Key)];
    }

    private async Task WriteOneAsync(int number, CancellationToken token)
    {
        string id = number.ToString("D6", CultureInfo.InvariantCulture);
        string text = $"entry {id}";
        await UntilAsync(
            async member =>
            {
                using var content = new StringContent(text);
                using HttpResponseMessage response = await _http.PutAsync(new Uri(member.Address, $"{Routes.Entries}/{id}"), content, token);
                return response.StatusCode == HttpStatusCode.Created;
            },
            token);
        Acknowledged[id] = text;
    }

    // A member that ends without being asked to is an error, even where the others go on without it.
    private MemberProcess[] Running() => members.FirstOrDefault(member => member.Failure is not null) is { } failed
        ? throw new InvalidOperationException($"{failed.Name} ended by itself with the exit code {failed.Failure}.")
        : [.. members.Where(member => member.IsRunning)];

    private async Task<IReadOnlyCollection<string>> LostAsync(MemberProcess member, string path, CancellationToken token)
    {
        while (true)
        {
            if (await TryAsync(() => _http.GetFromJsonAsync<Entry[]>(new Uri(member.Address, path), token), token) is { } entries)
            {
                return Lost(Acknowledged, entries);
            }

            await Task.Delay(Pause, token);
        }
    }

    private async Task<string?> LeaderOfAsync(MemberProcess member, CancellationToken token) =>
        await TryAsync(
            async () =>
            {
                using HttpResponseMessage ready = await _http.GetAsync(new Uri(member.Address, Routes.Ready), token);
                return ready.IsSuccessStatusCode ? (await StatusAsync(member, token))?.Leader : null;
            },
            token);

    private Task<MemberStatus?> StatusAsync(MemberProcess member, CancellationToken token) =>
        _http.GetFromJsonAsync<MemberStatus>(new Uri(member.Address, Routes.Status), token);

    private async Task UntilAsync(Func<MemberProcess, Task<bool>> send, CancellationToken token)
    {
        for (int turn = 0; ; turn++)
        {
            MemberProcess[] running = Running();
            if (await TryAsync(async () => await send(running[turn % running.Length]) ? "done" : null, token) is not null)
            {
                return;
            }

            await Task.Delay(Pause, token);
        }
    }

    // A member that is gone, or does not answer in time, is asked again.
    private static async Task<T?> TryAsync<T>(Func<Task<T?>> ask, CancellationToken token)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !token.IsCancellationRequested)
        {
            return null;
        }
    }
}
