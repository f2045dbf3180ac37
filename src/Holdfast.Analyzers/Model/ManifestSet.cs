using System.Collections.Immutable;
using Holdfast.Analyzers.Model.Constraints;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Model;

/// <summary>
/// All objects that a reader knows, as rules look at them. Properties named <c>Known…</c> have what is judged and what is merely
/// known; all others have what rules judge.
/// </summary>
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

    /// <summary>Objects of other files of the folder, some of which are those that are declared, said in another way.</summary>
    public ImmutableArray<MappingNode> Alternatives { get; init; } = [];

    /// <summary>Whether the build puts objects into another namespace than the one that is declared, as it may for each cluster.</summary>
    public bool IsPutElsewhere { get; init; }

    /// <summary>The versions of Kubernetes that the objects are for.</summary>
    public KubernetesTarget Kubernetes { get; init; } = KubernetesTarget.Default;

    /// <summary>Whether there may be more objects that no reader sees, so that nothing can be said to be missing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Notices whether a rule compares objects; null where it does not matter.</summary>
    public ComparisonWatch? Watch { get; init; }

    public IEnumerable<StatefulSetView> StatefulSets => Watched(_declared.StatefulSets);

    public IEnumerable<DeploymentView> Deployments => Watched(_declared.Deployments);

    /// <summary>The workloads that rules judge: StatefulSets, then Deployments.</summary>
    public IEnumerable<WorkloadView> Workloads => Watched(_declared.Workloads);

    /// <summary>The workloads that are judged and those that are merely known.</summary>
    public IEnumerable<WorkloadView> KnownWorkloads => Watched(_declared.Workloads.Concat(_existing.Workloads));

    /// <summary>What pods are made of, of all kinds, as rules judge it: StatefulSets, Deployments, then the others.</summary>
    public IEnumerable<PodOwnerView> PodOwners => Watched(_declared.PodOwners);

    /// <summary>What pods are made of, judged and merely known.</summary>
    public IEnumerable<PodOwnerView> KnownPodOwners => Watched(_declared.PodOwners.Concat(_existing.PodOwners));

    public IEnumerable<NetworkPolicyView> NetworkPolicies => Watched(_declared.NetworkPolicies);

    public IEnumerable<AutoscalerView> Autoscalers => Watched(_declared.Autoscalers);

    /// <summary>The Services that rules judge.</summary>
    public IEnumerable<ServiceView> DeclaredServices => Watched(_declared.Services);

    /// <summary>The Services that are judged and those that are merely known.</summary>
    public IEnumerable<ServiceView> KnownServices => Watched(_declared.Services.Concat(_existing.Services));

    public IEnumerable<ConfigMapView> ConfigMaps => Watched(_declared.ConfigMaps);

    public IEnumerable<SecretView> Secrets => Watched(_declared.Secrets);

    /// <summary>The claims that rules judge.</summary>
    public IEnumerable<ClaimView> DeclaredClaims => Watched(_declared.Claims);

    /// <summary>The claims that are judged and those that are merely known.</summary>
    public IEnumerable<ClaimView> KnownClaims => Watched(_declared.Claims.Concat(_existing.Claims));

    /// <summary>The budgets that rules judge.</summary>
    public IEnumerable<DisruptionBudgetView> DisruptionBudgets => Watched(_declared.DisruptionBudgets);

    /// <summary>The budgets that are judged and those that are merely known.</summary>
    public IEnumerable<DisruptionBudgetView> KnownDisruptionBudgets => Watched(_declared.DisruptionBudgets.Concat(_existing.DisruptionBudgets));

    /// <summary>Parts of objects that something else completes: their fields are judged, and nothing that may still come.</summary>
    public ImmutableArray<MappingNode> Parts { get; init; } = [];

    /// <summary>What the API server asks of the objects that rules judge, and they do not keep.</summary>
    public IEnumerable<ConstraintFinding> ConstraintFindings => Parts.IsEmpty ? _declared.FindingsFor(Kubernetes) : _declared.FindingsFor(Kubernetes).Concat(Parts.SelectMany(part => ConstraintWalk.Find(part, Kubernetes, isPart: true)));

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
        IEnumerable<ServiceView> named = _declared.ServicesNamed(name).Concat(_existing.ServicesNamed(name).Where(service => !IsUnrelated(service, set)));
        return named.FirstOrDefault(service => !service.IsApartFrom(set)) ?? named.FirstOrDefault();
    }

    /// <summary>
    /// Whether a Service is of other manifests, by its name alone for this set: it is in files of another folder and leads to
    /// other pods.
    /// </summary>
    public static bool IsUnrelated(ServiceView service, StatefulSetView set) =>
        Selection.FirstMissing(service.Selector, set.PodLabels) is not null
        && FolderOf(service) is { } folder
        && FolderOf(set) is { } own
        && folder != own;

    private static string? FolderOf(ObjectView view) => view.Node.Location is { Kind: LocationKind.ExternalFile } place ? Path.GetDirectoryName(place.GetLineSpan().Path) : null;

    /// <summary>A claim by its name, as far as one is known beside an object that mounts it.</summary>
    public ClaimView? ClaimOf(PodOwnerView owner, string name) =>
        KnownClaims.FirstOrDefault(claim => claim.DisplayName == name && !claim.IsApartFrom(owner));

    /// <summary>What is declared of a workload; null where nothing is.</summary>
    public WorkloadFacts? FactsOf(PodOwnerView owner) => Facts.FirstOrDefault(facts =>
        facts.Kind == owner.KindName && owner.Name.TryGetString(out string? name) && facts.Name == name);

    /// <summary>Whether a workload works only while more than half of its replicas do: declared so, or said by an annotation.</summary>
    public bool NeedsMajority(WorkloadView workload) =>
        FactsOf(workload)?.NeedsMajority == true
        || (workload.Node.At("metadata", "annotations", HoldfastAnnotations.Quorum).TryGetString(out string? text) && text == "true");

    private IEnumerable<T> Watched<T>(IEnumerable<T> views) => Watch?.Over(views) ?? views;
}
