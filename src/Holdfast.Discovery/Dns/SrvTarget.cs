using System.Net;

namespace Holdfast.Discovery.Dns;

/// <summary>What an SRV record leads to.</summary>
/// <param name="HostName">The target's name, without a dot at the end.</param>
/// <param name="Port">The port.</param>
/// <param name="Addresses">The target's addresses, at least one.</param>
internal sealed record SrvTarget(string HostName, int Port, IReadOnlyList<IPAddress> Addresses);
