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
    private ILookup<string, ServiceView>? _servicesByName;

    /// <summary>What is declared of workloads beside their objects.</summary>
    public ImmutableArray<WorkloadFacts> Facts { get; init; } = [];

    /// <summary>The objects of the last release, which those that are declared take the place of.</summary>
    public ShippedObjects Shipped { get; init; } = ShippedObjects.None;

    /// <summary>Whether there may be more objects that no reader sees, so that nothing can be said to be missing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Notices whether a rule compares objects; null where nobody wants to know.</summary>
    public ComparisonWatch? Watch { get; init; }

    public IEnumerable<StatefulSetView> StatefulSets => StatefulSetsOf(Declared);

    public IEnumerable<DeploymentView> Deployments => DeploymentsOf(Declared);

    /// <summary>The workloads that rules judge: StatefulSets, then Deployments.</summary>
    public IEnumerable<WorkloadView> Workloads => StatefulSets.Concat<WorkloadView>(Deployments);

    /// <summary>All workloads, to look one up.</summary>
    public IEnumerable<WorkloadView> KnownWorkloads => Workloads.Concat(StatefulSetsOf(Existing)).Concat(DeploymentsOf(Existing));

    public IEnumerable<NetworkPolicyView> NetworkPolicies => OfKind(Declared, NetworkPolicyView.ApiVersion, NetworkPolicyView.Kind)
        .Select(static node => new NetworkPolicyView(node));

    public IEnumerable<AutoscalerView> Autoscalers => OfKind(Declared, AutoscalerView.ApiVersion, AutoscalerView.Kind)
        .Select(static node => new AutoscalerView(node));

    /// <summary>The Services that rules judge.</summary>
    public IEnumerable<ServiceView> DeclaredServices => ServicesOf(Declared);

    /// <summary>All Services, to look one up.</summary>
    public IEnumerable<ServiceView> Services => ServicesOf(Declared).Concat(ServicesOf(Existing));

    private IEnumerable<StatefulSetView> StatefulSetsOf(ImmutableArray<MappingNode> objects) => OfKind(objects, StatefulSetView.ApiVersion, StatefulSetView.Kind)
        .Select(static node => new StatefulSetView(node));

    private IEnumerable<DeploymentView> DeploymentsOf(ImmutableArray<MappingNode> objects) => OfKind(objects, DeploymentView.ApiVersion, DeploymentView.Kind)
        .Select(static node => new DeploymentView(node));

    private IEnumerable<DisruptionBudgetView> BudgetsOf(ImmutableArray<MappingNode> objects) => OfKind(objects, DisruptionBudgetView.ApiVersion, DisruptionBudgetView.Kind)
        .Select(static node => new DisruptionBudgetView(node));

    private IEnumerable<ServiceView> ServicesOf(ImmutableArray<MappingNode> objects) => OfKind(objects, ServiceView.ApiVersion, ServiceView.Kind)
        .Select(static node => new ServiceView(node));

    public IEnumerable<ConfigMapView> ConfigMaps => OfKind(Declared, ConfigMapView.ApiVersion, ConfigMapView.Kind)
        .Select(static node => new ConfigMapView(node));

    /// <summary>
    /// The Service that a set names as its governing one, if it is known; where several have the name, the one that is
    /// not in another namespace.
    /// </summary>
    public ServiceView? GoverningServiceOf(StatefulSetView set)
    {
        if (!set.ServiceName.TryGetString(out string? name) || name.Length == 0)
        {
            return null;
        }

        IEnumerable<ServiceView> named = ServicesByName[name];
        return named.FirstOrDefault(service => !service.IsApartFrom(set)) ?? named.FirstOrDefault();
    }

    /// <summary>A project may have a thousand sets, and each asks for its own.</summary>
    private ILookup<string, ServiceView> ServicesByName =>
        _servicesByName ??= Services.ToLookup(static service => service.DisplayName, StringComparer.Ordinal);

    /// <summary>A claim by its name, as far as one is known beside a workload.</summary>
    public ClaimView? ClaimOf(WorkloadView workload, string name) =>
        Claims.FirstOrDefault(claim => claim.DisplayName == name && !claim.IsApartFrom(workload));

    /// <summary>The claims that rules judge.</summary>
    public IEnumerable<ClaimView> DeclaredClaims => OfKind(Declared, ClaimView.ApiVersion, ClaimView.Kind)
        .Select(static node => new ClaimView(node));

    /// <summary>All claims, to look one up.</summary>
    public IEnumerable<ClaimView> Claims => OfKind(Declared.Concat(Existing), ClaimView.ApiVersion, ClaimView.Kind)
        .Select(static node => new ClaimView(node));

    /// <summary>The budgets that rules judge.</summary>
    public IEnumerable<DisruptionBudgetView> DisruptionBudgets => BudgetsOf(Declared);

    /// <summary>All budgets, to look one up.</summary>
    public IEnumerable<DisruptionBudgetView> KnownDisruptionBudgets => BudgetsOf(Declared).Concat(BudgetsOf(Existing));

    /// <summary>What is declared of a workload; null where nothing is.</summary>
    public WorkloadFacts? FactsOf(WorkloadView workload) => Facts.FirstOrDefault(facts =>
        facts.Kind == ObjectView.KindOf(workload.Node) && workload.Name.TryGetString(out string? name) && facts.Name == name);

    private IEnumerable<MappingNode> OfKind(IEnumerable<MappingNode> nodes, string apiVersion, string kind)
    {
        IEnumerable<MappingNode> found = nodes.Where(node => ObjectView.Is(node, apiVersion, kind));
        return Watch?.Over(found) ?? found;
    }
}
