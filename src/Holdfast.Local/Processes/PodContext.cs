using System.Net;
using Holdfast.Local.Network;

namespace Holdfast.Local.Processes;

/// <summary>What pods of a cluster share.</summary>
internal sealed record PodContext(LocalClusterOptions Options, OrphanGuard Guard, Volumes Volumes, ClusterNetwork Network)
{
    /// <summary>The DNS server that a pod asks.</summary>
    public required Func<string, IPEndPoint> DnsOf { get; init; }

    /// <summary>The members that all sets have at the moment, whether they run or not.</summary>
    public required Func<IEnumerable<Endpoint>> Members { get; init; }

    /// <summary>How many pods have become Ready.</summary>
    public ReadyCount Ready { get; } = new();

    public void Say(string text)
    {
        try
        {
            Options.Output?.Invoke($"cluster | {text}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException)
        {
            // The writer of a test that has ended takes no more lines.
        }
    }
}
