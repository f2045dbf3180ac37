namespace Holdfast;

/// <summary>Whether the container has started; liveness and readiness wait for it. For replicas that take long to recover.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class StartupProbeAttribute : ProbeAttribute
{
}
