using System.Collections.Immutable;

namespace Holdfast.Analyzers.Model;

/// <summary>All objects that a reader knows, as rules look at them.</summary>
/// <param name="Declared">Objects that the user declares: what rules judge.</param>
/// <param name="Existing">Objects that are said to exist already: rules refer to them but do not judge them.</param>
/// <param name="PodNameUses">Where names of pods are used.</param>
internal sealed record ManifestSet(
    ImmutableArray<MappingNode> Declared,
    ImmutableArray<MappingNode> Existing,
    ImmutableArray<PodNameUse> PodNameUses)
{
    public IEnumerable<StatefulSetView> StatefulSets => Declared
        .Where(static node => ObjectView.Is(node, StatefulSetView.ApiVersion, StatefulSetView.Kind))
        .Select(static node => new StatefulSetView(node));

    public IEnumerable<DeploymentView> Deployments => Declared
        .Where(static node => ObjectView.Is(node, DeploymentView.ApiVersion, DeploymentView.Kind))
        .Select(static node => new DeploymentView(node));

    /// <summary>StatefulSets, then Deployments.</summary>
    public IEnumerable<WorkloadView> Workloads => StatefulSets.Concat<WorkloadView>(Deployments);

    public IEnumerable<NetworkPolicyView> NetworkPolicies => Declared
        .Where(static node => ObjectView.Is(node, NetworkPolicyView.ApiVersion, NetworkPolicyView.Kind))
        .Select(static node => new NetworkPolicyView(node));

    public IEnumerable<AutoscalerView> Autoscalers => Declared
        .Where(static node => ObjectView.Is(node, AutoscalerView.ApiVersion, AutoscalerView.Kind))
        .Select(static node => new AutoscalerView(node));

    public IEnumerable<ServiceView> Services => Declared.Concat(Existing)
        .Where(static node => ObjectView.Is(node, ServiceView.ApiVersion, ServiceView.Kind))
        .Select(static node => new ServiceView(node));

    public IEnumerable<ConfigMapView> ConfigMaps => Declared
        .Where(static node => ObjectView.Is(node, ConfigMapView.ApiVersion, ConfigMapView.Kind))
        .Select(static node => new ConfigMapView(node));

    public IEnumerable<ClaimView> Claims => Declared.Concat(Existing)
        .Where(static node => ObjectView.Is(node, ClaimView.ApiVersion, ClaimView.Kind))
        .Select(static node => new ClaimView(node));
}
