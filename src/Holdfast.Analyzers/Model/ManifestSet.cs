using System.Collections.Immutable;
using Holdfast.WellKnown;

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
    private readonly ObjectIndex _declared = new(Declared);

    private readonly ObjectIndex _existing = new(Existing);

    // What is indexed does not change in a copy.

    /// <inheritdoc cref="ManifestSet(ImmutableArray{MappingNode}, ImmutableArray{MappingNode}, ImmutableArray{PodNameUse})" path="/param[@name='Declared']"/>
    public ImmutableArray<MappingNode> Declared { get; } = Declared;

    /// <inheritdoc cref="ManifestSet(ImmutableArray{MappingNode}, ImmutableArray{MappingNode}, ImmutableArray{PodNameUse})" path="/param[@name='Existing']"/>
    public ImmutableArray<MappingNode> Existing => _existing.Objects;

    /// <summary>Objects that are sorted already.</summary>
    /// <param name="declared">Objects that the user declares.</param>
    /// <param name="existing">Objects that are said to exist already.</param>
    /// <param name="podNameUses">Where names of pods are used.</param>
    public ManifestSet(ObjectIndex declared, ObjectIndex existing, ImmutableArray<PodNameUse> podNameUses)
        : this(declared.Objects, [], podNameUses)
    {
        _declared = declared;
        _existing = existing;
    }

    /// <summary>What is declared of workloads beside their objects.</summary>
    public ImmutableArray<WorkloadFacts> Facts { get; init; } = [];

    /// <summary>The objects of the last release, which those that are declared take the place of.</summary>
    public ShippedObjects Shipped { get; init; } = ShippedObjects.None;

    /// <summary>Whether the build puts objects into another namespace than the one that is declared, as it may for each cluster.</summary>
    public bool IsPutElsewhere { get; init; }

    /// <summary>Whether there may be more objects that no reader sees, so that nothing can be said to be missing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Notices whether a rule compares objects; null where nobody wants to know.</summary>
    public ComparisonWatch? Watch { get; init; }

    public IEnumerable<StatefulSetView> StatefulSets => Watched(_declared.StatefulSets);

    public IEnumerable<DeploymentView> Deployments => Watched(_declared.Deployments);

    /// <summary>The workloads that rules judge: StatefulSets, then Deployments.</summary>
    public IEnumerable<WorkloadView> Workloads => Watched(_declared.Workloads);

    /// <summary>All workloads, to look one up.</summary>
    public IEnumerable<WorkloadView> KnownWorkloads => Watched(_declared.Workloads.Concat(_existing.Workloads));

    public IEnumerable<NetworkPolicyView> NetworkPolicies => Watched(_declared.NetworkPolicies);

    public IEnumerable<AutoscalerView> Autoscalers => Watched(_declared.Autoscalers);

    /// <summary>The Services that rules judge.</summary>
    public IEnumerable<ServiceView> DeclaredServices => Watched(_declared.Services);

    /// <summary>All Services, to look one up.</summary>
    public IEnumerable<ServiceView> Services => Watched(_declared.Services.Concat(_existing.Services));

    public IEnumerable<ConfigMapView> ConfigMaps => Watched(_declared.ConfigMaps);

    public IEnumerable<SecretView> Secrets => Watched(_declared.Secrets);

    /// <summary>The claims that rules judge.</summary>
    public IEnumerable<ClaimView> DeclaredClaims => Watched(_declared.Claims);

    /// <summary>All claims, to look one up.</summary>
    public IEnumerable<ClaimView> Claims => Watched(_declared.Claims.Concat(_existing.Claims));

    /// <summary>The budgets that rules judge.</summary>
    public IEnumerable<DisruptionBudgetView> DisruptionBudgets => Watched(_declared.DisruptionBudgets);

    /// <summary>All budgets, to look one up.</summary>
    public IEnumerable<DisruptionBudgetView> KnownDisruptionBudgets => Watched(_declared.DisruptionBudgets.Concat(_existing.DisruptionBudgets));

    /// <summary>All scalars of the objects that rules judge, each with its path, innermost field first.</summary>
    public ImmutableArray<(MappingNode Object, ScalarNode Value, ImmutableStack<string> Path)> Scalars => _declared.Scalars;

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

        Watch?.LookUp();
        IEnumerable<ServiceView> named = _declared.ServicesNamed(name).Concat(_existing.ServicesNamed(name));
        return named.FirstOrDefault(service => !service.IsApartFrom(set)) ?? named.FirstOrDefault();
    }

    /// <summary>A claim by its name, as far as one is known beside a workload.</summary>
    public ClaimView? ClaimOf(WorkloadView workload, string name) =>
        Claims.FirstOrDefault(claim => claim.DisplayName == name && !claim.IsApartFrom(workload));

    /// <summary>What is declared of a workload; null where nothing is.</summary>
    public WorkloadFacts? FactsOf(WorkloadView workload) => Facts.FirstOrDefault(facts =>
        facts.Kind == ObjectView.KindOf(workload.Node) && workload.Name.TryGetString(out string? name) && facts.Name == name);

    /// <summary>Whether a workload works only while more than half of its members do: declared so, or said by an annotation.</summary>
    public bool NeedsMajority(WorkloadView workload) =>
        FactsOf(workload)?.NeedsMajority == true
        || (workload.Node.At("metadata", "annotations", HoldfastAnnotations.Quorum).TryGetString(out string? text) && text == "true");

    private IEnumerable<T> Watched<T>(IEnumerable<T> views) => Watch?.Over(views) ?? views;
}
