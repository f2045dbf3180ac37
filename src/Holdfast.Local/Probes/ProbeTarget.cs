using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;

namespace Holdfast.Local.Probes;

/// <summary>What a probe or hook asks.</summary>
/// <param name="Address">The pod's address.</param>
/// <param name="PortOf">The number here of a declared port.</param>
/// <param name="Start">A process like the container's: its environment and folder.</param>
internal sealed record ProbeTarget(IPAddress Address, Func<int, int> PortOf, Func<ProcessStartInfo> Start)
{
    /// <summary>What stands before a command that runs inside of the container; empty where that is a process of this machine.</summary>
    public ImmutableArray<string> Inside { get; init; } = [];
}
