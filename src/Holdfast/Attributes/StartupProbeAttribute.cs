namespace Holdfast;

/// <summary>Whether the container has started; liveness and readiness wait for it. For members that take long to recover.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StartupProbeAttribute : ProbeAttribute
{
}
