using System.Collections.Immutable;
using System.Net;

namespace Holdfast.Discovery;

/// <summary>A replica as DNS lists it. Immutable; two are equal when all their values are.</summary>
public sealed class Peer : IEquatable<Peer>
{
    private readonly ImmutableArray<IPAddress> _addresses;

    internal Peer(Pod pod, string hostName, IEnumerable<IPAddress> addresses, int? port, bool isSelf)
    {
        Pod = pod;
        HostName = hostName;
        // Servers shuffle their answers; the order must not look like a change.
        _addresses = [.. addresses.Distinct().OrderBy(address => address.AddressFamily).ThenBy(address => address.ToString(), StringComparer.Ordinal)];
        Port = port;
        IsSelf = isSelf;
    }

    /// <summary>The replica.</summary>
    public Pod Pod { get; }

    /// <summary>
    /// The replica's DNS name without a dot at the end, as in <c>orders-1.orders.shop.svc.cluster.local</c>: for certificates,
    /// <c>Host</c> headers, URLs and logs.
    /// </summary>
    public string HostName { get; }

    /// <summary>The same with a dot at the end, so that a resolver takes it as it is and tries no search path.</summary>
    public string AbsoluteHostName => HostName + ".";

    /// <summary>The replica's addresses, IPv4 first; at least one.</summary>
    public IReadOnlyList<IPAddress> Addresses => _addresses;

    /// <summary>The port, where replicas were looked up by SRV.</summary>
    public int? Port { get; }

    /// <summary>Whether it is this process.</summary>
    public bool IsSelf { get; }

    /// <summary>Whether all values of the two are equal.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Peer? other) =>
        other is not null
        && Pod.Ordinal == other.Pod.Ordinal
        && HostName == other.HostName
        && Port == other.Port
        && IsSelf == other.IsSelf
        && _addresses.SequenceEqual(other._addresses);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Peer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HostName, Port, _addresses.Length);

    /// <summary>The replica's name with its addresses.</summary>
    /// <returns>The replica's name with its addresses.</returns>
    public override string ToString() => $"{Pod.Name} ({string.Join(", ", _addresses)})";
}
