namespace Holdfast;

/// <summary>
/// Keeps the members of this application apart: no two in one domain of a topology. Kubernetes:
/// <c>affinity.podAntiAffinity</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class AntiAffinityAttribute : RepeatableDeclarationAttribute
{
    /// <summary>The node label whose values are the domains; default <c>kubernetes.io/hostname</c>.</summary>
    public string TopologyKey { get; set; } = WellKnown.KubernetesLabels.HostName;

    /// <summary>
    /// Whether a member stays Pending rather than share a domain; default <see langword="false"/>, a preference. Where
    /// it is required, there are never more members running than domains.
    /// </summary>
    public bool Required { get; set; }

    /// <summary>How much a preference counts beside others, 1 to 100; default 100. What is required has no weight.</summary>
    public int Weight { get; set; } = WellKnown.KubernetesLimits.PreferenceWeight;
}
