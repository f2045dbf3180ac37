namespace Holdfast;

/// <summary>Whether the container has started; liveness and readiness wait for it. For replicas that take long to recover.</summary>
/// <example>
/// <code title="attributes">
/// [StartupProbe(HttpPath = "/started", Port = nameof(Http), PeriodSeconds = 5, FailureThreshold = 60)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class StartupProbeAttribute : ProbeAttribute
{
}
