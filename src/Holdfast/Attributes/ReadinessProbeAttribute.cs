namespace Holdfast;

/// <summary>Whether the replica takes part: its Service addresses and the order of roll-outs depend on it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ReadinessProbeAttribute : ProbeAttribute
{
}
