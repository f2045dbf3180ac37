namespace Holdfast;

/// <summary>Whether the replica takes part: its Service addresses and the order of roll-outs depend on it.</summary>
/// <example>
/// <code title="attributes">
/// [ReadinessProbe(HttpPath = "/ready", Port = nameof(Http), PeriodSeconds = 5)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ReadinessProbeAttribute : ProbeAttribute
{
}
