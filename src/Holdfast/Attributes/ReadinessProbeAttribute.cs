namespace Holdfast;

/// <summary>Whether the member takes part: its Service addresses and the order of roll-outs depend on it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReadinessProbeAttribute : ProbeAttribute
{
}
