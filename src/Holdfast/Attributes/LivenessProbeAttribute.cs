namespace Holdfast;

/// <summary>Whether the container must be restarted. Never ask for the cluster's health here: one lost quorum would restart every replica.</summary>
/// <example>
/// <code title="attributes">
/// [LivenessProbe(HttpPath = "/alive", Port = nameof(Http), FailureThreshold = 6)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class LivenessProbeAttribute : ProbeAttribute
{
}
