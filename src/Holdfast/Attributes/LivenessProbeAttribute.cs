namespace Holdfast;

/// <summary>Whether the container must be restarted. Never ask for the cluster's health here: one lost quorum would restart every replica.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class LivenessProbeAttribute : ProbeAttribute
{
}
