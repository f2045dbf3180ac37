using System.Net;
using System.Net.Sockets;

namespace Holdfast.Local.Network;

/// <summary>
/// Addresses for one cluster: a block <c>127.n.0.0/16</c> that no other cluster of this machine has, or the one address 127.0.0.1. The
/// cluster's DNS server holds the block by its port.
/// </summary>
internal sealed class LoopbackBlock
{
    private const int Most = 254 * 254;

    private readonly Dictionary<string, IPAddress> _addresses = new(StringComparer.Ordinal);
    private readonly int _block;
    private readonly Queue<IPAddress> _free = new();
    private int _last;

    private LoopbackBlock(int block, IPAddress first)
    {
        _block = block;
        First = first;
    }

    /// <summary>The address of what is the cluster's own.</summary>
    public IPAddress First { get; }

    /// <summary>Whether each member has a separate address.</summary>
    public bool HasMany => _block > 0;

    /// <summary>A block that is free.</summary>
    /// <param name="own">Whether members have separate addresses.</param>
    /// <param name="take">Begins to listen on its first address; throws a socket's exception where another cluster does.</param>
    public static LoopbackBlock Take(bool own, Action<IPAddress> take)
    {
        if (!own)
        {
            take(IPAddress.Loopback);
            return new LoopbackBlock(0, IPAddress.Loopback);
        }

        int start = Random.Shared.Next(2, 255);
        for (int attempt = 0; ; attempt++)
        {
            int block = 2 + ((start - 2 + attempt) % 253);
            var first = new IPAddress([127, (byte)block, 0, 1]);
            try
            {
                take(first);
                return new LoopbackBlock(block, first);
            }
            catch (SocketException) when (attempt < 252)
            {
                // Another cluster has it.
            }
            catch (SocketException exception)
            {
                throw new LocalClusterException(
                    $"No block of loopback addresses is free, or this machine does not answer on 127.0.0.0/8 ({exception.Message}). Set "
                    + $"{nameof(LocalClusterOptions)}.{nameof(LocalClusterOptions.OwnAddresses)} to false; members then share one address and have different ports.",
                    exception);
            }
        }
    }

    /// <summary>The address of something, the same each time it is asked for.</summary>
    public IPAddress Of(string name)
    {
        if (!HasMany)
        {
            return First;
        }

        lock (_addresses)
        {
            if (!_addresses.TryGetValue(name, out IPAddress? address))
            {
                // New ones first, so that an address is reused as late as possible.
                address = _last < Most ? Numbered(_last++) : _free.TryDequeue(out IPAddress? free) ? free : throw new LocalClusterException(
                    $"All {Most} addresses of this local cluster are in use. Start several clusters with fewer replicas.");
                _addresses[name] = address;
            }

            return address;
        }
    }

    /// <summary>Gives an address back whose name does not come again.</summary>
    public void Release(string name)
    {
        lock (_addresses)
        {
            if (_addresses.Remove(name, out IPAddress? address))
            {
                _free.Enqueue(address);
            }
        }
    }

    // 127.n.0.x is the cluster's own; .0 and .255 look like no host's.
    private IPAddress Numbered(int number) => new([127, (byte)_block, (byte)(1 + (number / 254)), (byte)(1 + (number % 254))]);
}
