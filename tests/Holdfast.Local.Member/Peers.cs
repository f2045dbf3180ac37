using System.Net.Sockets;
using Holdfast.Discovery;

namespace Holdfast.Local.Member;

/// <summary>Looks for the others as an application does, with nothing that is different in a local cluster.</summary>
internal static class Peers
{
    private static readonly IPeerDirectory Directory = PeerDirectory.Create(
        Shop.Set, PodIdentity.Current(Shop.Set), new DiscoveryOptions { QueryTimeout = TimeSpan.FromSeconds(2), Retries = 0 });

    /// <summary>Who is in DNS: by name, and by SRV with address and port.</summary>
    public static async Task<string> FindAsync()
    {
        PeerSnapshot byName = await Directory.ResolveAsync();
        PeerSnapshot bySrv = await Directory.ResolveAsync(Shop.Http);
        return $"{string.Join(' ', byName.Replicas.Select(peer => $"{peer.HostName}={peer.Addresses[0]}"))}\n"
            + string.Join(' ', bySrv.Replicas.Select(peer => $"{peer.HostName}={peer.Addresses[0]}:{peer.Port}"));
    }

    /// <summary>The others that answer; or what DNS says where it does not.</summary>
    public static async Task<string> ReachAsync()
    {
        PeerSnapshot found;
        try
        {
            found = await Directory.ResolveAsync(Shop.Http);
        }
        catch (DiscoveryException)
        {
            return "no DNS";
        }

        IEnumerable<Task<string?>> asked = found.Peers.Select(async peer =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(peer.Addresses[0], peer.Port!.Value, limit.Token);
                await client.GetStream().WriteAsync("GET /name HTTP/1.1\r\n\r\n"u8.ToArray(), limit.Token);
                using var reader = new StreamReader(client.GetStream());
                return (await reader.ReadToEndAsync(limit.Token)).Split('\n')[^1];
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
            {
                return null;
            }
        });
        return string.Join(' ', (await Task.WhenAll(asked)).OfType<string>().Order(StringComparer.Ordinal));
    }
}
