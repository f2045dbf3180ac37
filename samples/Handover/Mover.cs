using System.Net;
using Holdfast.Discovery;

namespace Holdfast.Samples.Handover;

/// <summary>Brings all items of a member that leaves to those that remain.</summary>
internal sealed class Mover(PodIdentity self, ItemStore items, ILogger<Mover> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task MoveAsync(Departure departure, CancellationToken cancellationToken)
    {
        // A member that is only marked does not know the set's new size; the others are then where it can bring them.
        Pod[] remaining = [.. (departure.Set?.Pods ?? self.Peers).Where(pod => !self.Is(pod))];
        if (remaining.Length == 0)
        {
            return;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        IReadOnlyList<string> names = items.Names;
        int next = 0;
        foreach (string name in names)
        {
            string text = await items.ReadAsync(name, cancellationToken);

            // One that does not answer is asked again after all others; an item is removed only when another member has it.
            while (!await TryGiveAsync(client, remaining[next++ % remaining.Length], name, text, cancellationToken))
            {
                await Task.Delay(Pause, cancellationToken);
            }

            items.Remove(name);
        }

        Log.Moved(logger, names.Count, string.Join(", ", remaining.Select(static pod => pod.Name)));
    }

    private async Task<bool> TryGiveAsync(HttpClient client, Pod to, string name, string text, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new StringContent(text);
            using HttpResponseMessage response = await client.PutAsync(new Uri(AddressOf(to), "items/" + name), content, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.NotGiven(logger, name, to.Name, exception.Message);
            return false;
        }
    }

    /// <summary>By its name in a cluster, by its address on a developer's machine.</summary>
    private Uri AddressOf(Pod pod) => self.EndPointOf(Shelf.Http, pod) switch
    {
        DnsEndPoint named => new UriBuilder(Uri.UriSchemeHttp, named.Host, named.Port).Uri,
        var address => new Uri($"{Uri.UriSchemeHttp}://{address}"),
    };
}
