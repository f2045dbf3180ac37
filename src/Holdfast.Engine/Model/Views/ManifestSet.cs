using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Model.Views;

/// <summary>
/// All objects that a reader knows, as rules look at them. Properties named <c>Known…</c> have what is judged and what is merely
/// known; all others have what rules judge. What is judged may be among what is known, and then is there twice. A set keeps what was looked
/// up in it, so it is not a record, which could be copied with other objects.
/// </summary>
/// <param name="declared">Objects that the user declares: what rules judge.</param>
/// <param name="existing">Objects that are said to exist already, and maybe those that are declared: rules refer to them but do not judge them.</param>
/// <param name="podNameUses">Where names of pods are used.</param>
internal sealed class ManifestSet(ObjectIndex declared, ObjectIndex existing, ImmutableArray<PodNameUse> podNameUses)
{
    // Many rules ask for it, one set after the other.
    private readonly ConcurrentDictionary<StatefulSetView, ServiceView?> _governing = new(concurrencyLevel: 1, capacity: 1);

    private bool? _knowsIdleBudget;

    private bool? _hasOncePodClaim;

    /// <summary>Objects that are not sorted yet.</summary>
    /// <inheritdoc cref="ManifestSet(ObjectIndex, ObjectIndex, ImmutableArray{PodNameUse})" path="/param"/>
    public ManifestSet(ImmutableArray<MappingNode> declared, ImmutableArray<MappingNode> existing, ImmutableArray<PodNameUse> podNameUses)
        : this(new ObjectIndex(declared), new ObjectIndex(existing), podNameUses)
    {
    }

    /// <summary>The index of what rules judge, which outlives this set.</summary>
    public ObjectIndex Judged => declared;

    /// <inheritdoc cref="ManifestSet(ObjectIndex, ObjectIndex, ImmutableArray{PodNameUse})" path="/param[@name='declared']"/>
    public ImmutableArray<MappingNode> Declared => declared.Objects;

    /// <inheritdoc cref="ManifestSet(ObjectIndex, ObjectIndex, ImmutableArray{PodNameUse})" path="/param[@name='existing']"/>
    public ImmutableArray<MappingNode> Existing => existing.Objects;

    /// <inheritdoc cref="ManifestSet(ObjectIndex, ObjectIndex, ImmutableArray{PodNameUse})" path="/param[@name='podNameUses']"/>
    public ImmutableArray<PodNameUse> PodNameUses { get; } = podNameUses;

    /// <summary>The indexes of what exists already, many of which are those of other sets, too.</summary>
    public ImmutableArray<ObjectIndex> ExistingParts => existing.Parts;

    /// <summary>What is declared of workloads beside their objects.</summary>
    public ImmutableArray<WorkloadFacts> Facts { get; init; } = [];

    /// <summary>The objects of the last release, which those that are declared take the place of.</summary>
    public ShippedObjects Shipped { get; init; } = ShippedObjects.None;

    /// <summary>Objects of other files of the folder that are some of those that are declared, said in another way.</summary>
    public ImmutableArray<MappingNode> Alternatives { get; init; } = [];

    /// <summary>Whether the build puts objects into another namespace than the one that is declared, as it may for each cluster.</summary>
    public bool IsPutElsewhere { get; init; }

    /// <summary>The versions of Kubernetes that the objects are for.</summary>
    public KubernetesTarget Kubernetes { get; init; } = KubernetesTarget.Default;

    /// <summary>Whether there may be more objects that no reader sees, so that nothing can be said to be missing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Notices whether a rule compares objects; null where it does not matter.</summary>
    public ComparisonWatch? Watch { get; init; }

    public IEnumerable<StatefulSetView> StatefulSets => Watched(declared.StatefulSets);

    public IEnumerable<DeploymentView> Deployments => Watched(declared.Deployments);

    /// <summary>The workloads that rules judge: StatefulSets, then Deployments.</summary>
    public IEnumerable<WorkloadView> Workloads => Watched(declared.Workloads);

    /// <summary>The workloads that are judged and those that are merely known.</summary>
    public IEnumerable<WorkloadView> KnownWorkloads => Watched(Both(declared.Workloads, existing.Workloads));

    /// <summary>What pods are made of, of all kinds, as rules judge it: StatefulSets, Deployments, then the others.</summary>
    public IEnumerable<PodOwnerView> PodOwners => Watched(declared.PodOwners);

    /// <summary>What pods are made of, judged and merely known.</summary>
    public IEnumerable<PodOwnerView> KnownPodOwners => Watched(Both(declared.PodOwners, existing.PodOwners));

    /// <summary>Whether a pod that is known has a label, or one of its key whose value is not known.</summary>
    public bool KnowsPodLabel(string key, string value) => Looked(declared).HasPodLabel(key, value) || existing.HasPodLabel(key, value);

    public IEnumerable<NetworkPolicyView> NetworkPolicies => Watched(declared.NetworkPolicies);

    /// <summary>The network policies that are judged and those that are merely known.</summary>
    public IEnumerable<NetworkPolicyView> KnownNetworkPolicies => Watched(Both(declared.NetworkPolicies, existing.NetworkPolicies));

    public IEnumerable<AutoscalerView> Autoscalers => Watched(declared.Autoscalers);

    /// <summary>The Services that rules judge.</summary>
    public IEnumerable<ServiceView> DeclaredServices => Watched(declared.Services);

    /// <summary>The Services that are judged and those that are merely known.</summary>
    public IEnumerable<ServiceView> KnownServices => Watched(Both(declared.Services, existing.Services));

    /// <summary>The Services of a name that are judged, then those that are merely known, what is near first.</summary>
    public IEnumerable<ServiceView> KnownServicesNamed(string name) => Both(Looked(declared).ServicesNamed(name), existing.ServicesNamed(name));

    /// <summary>The Services that a set may mean under whatever name: those that are judged, and those that are known and are not of other manifests.</summary>
    public IEnumerable<ServiceView> KnownServicesFor(StatefulSetView set) =>
        Looked(declared).Services.Concat(existing.ServicesFor(ObjectIndex.FolderOf(set), set.PodLabels).Where(service => !IsUnrelated(service, set)));

    /// <summary>Whether there is a Service whose name is not known.</summary>
    public bool KnowsUnnamedService => Looked(declared).HasUnnamedService || existing.HasUnnamedService;

    public IEnumerable<ConfigMapView> ConfigMaps => Watched(declared.ConfigMaps);

    public IEnumerable<SecretView> Secrets => Watched(declared.Secrets);

    /// <summary>The claims that rules judge.</summary>
    public IEnumerable<ClaimView> DeclaredClaims => Watched(declared.Claims);

    /// <summary>Whether a claim or claim template that rules judge has the mode for one pod, so that the project's storage is known to have it.</summary>
    public bool HasOncePodClaim => _hasOncePodClaim ??=
        StatefulSets.Any(static set => set.ClaimTemplates.Any(static template => ClaimView.HasAccessMode(template, ClaimView.OncePod)))
        || DeclaredClaims.Any(static claim => claim.HasAccessMode(ClaimView.OncePod));

    /// <summary>The budgets that rules judge.</summary>
    public IEnumerable<DisruptionBudgetView> DisruptionBudgets => Watched(declared.DisruptionBudgets);

    /// <summary>The budgets that are for the pods of a workload for certain, of those that rules judge.</summary>
    public IEnumerable<DisruptionBudgetView> DisruptionBudgetsOf(WorkloadView workload) => Watched(declared.BudgetsOf(workload));

    /// <summary>The workloads whose pods a budget is for for certain, of those that rules judge.</summary>
    public IEnumerable<WorkloadView> WorkloadsOf(DisruptionBudgetView budget) => Watched(declared.WorkloadsOf(budget));

    /// <summary>The workloads of a name that rules judge.</summary>
    public IEnumerable<WorkloadView> WorkloadsNamed(string name) => Watched(declared.WorkloadsNamed(name));

    /// <summary>The workloads of a name that are judged, then those that are merely known.</summary>
    public IEnumerable<WorkloadView> KnownWorkloadsNamed(string name) => Both(Looked(declared).WorkloadsNamed(name), existing.WorkloadsNamed(name));

    /// <summary>The StatefulSets that rules judge and whose names are not DNS labels.</summary>
    public IEnumerable<StatefulSetView> MisnamedStatefulSets => Watched(declared.MisnamedStatefulSets);

    /// <summary>Whether any workload is known.</summary>
    public bool KnowsWorkloads => Looked(declared).Workloads.Any() || existing.Workloads.Any();

    /// <summary>Whether a budget may be for the pods of a workload that is known.</summary>
    public bool KnowsWorkloadFor(DisruptionBudgetView budget) => Looked(declared).HasWorkloadFor(budget) || existing.HasWorkloadFor(budget);

    /// <summary>Whether any object that is known may make pods of a budget, in whatever way.</summary>
    public bool KnowsPodMakerFor(DisruptionBudgetView budget) => Looked(declared).MayMakePodsFor(budget) || existing.MayMakePodsFor(budget);

    /// <summary>Whether an object that is known makes pods in a way that cannot be seen, as operators do for custom resources.</summary>
    public bool KnowsUnseenPodMaker => Looked(declared).HasUnseenPodMaker || existing.HasUnseenPodMaker;

    /// <summary>Whether a budget that is known may be for the pods of a workload; budgets of removed API versions count.</summary>
    public bool KnowsBudgetFor(WorkloadView workload) => Looked(declared).HasBudgetFor(workload) || existing.HasBudgetFor(workload);

    /// <summary>Whether a budget that is known is for the pods of no workload that is known.</summary>
    public bool KnowsIdleBudget => _knowsIdleBudget ??= Both(Looked(declared).IdleBudgets, existing.IdleBudgets).Any(budget => !KnowsWorkloadFor(budget));

    /// <summary>Parts of objects that something else completes: their fields are judged, and nothing that may still come.</summary>
    public ImmutableArray<MappingNode> Parts { get; init; } = [];

    /// <summary>Whether parts keep the values that they have, whatever completes them; what merges parts may replace them.</summary>
    public bool KeepsValuesOfParts { get; init; }

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
        if (_governing.TryGetValue(set, out ServiceView? known))
        {
            return known;
        }

        IEnumerable<ServiceView> named = declared.ServicesNamed(name).Concat(existing.ServicesNamed(name).Where(service => !IsUnrelated(service, set)));
        ServiceView? found = named.FirstOrDefault(service => !service.IsApartFrom(set)) ?? named.FirstOrDefault();
        _governing.TryAdd(set, found);
        return found;
    }

    /// <summary>
    /// Whether a Service is of other manifests, by its name alone for this set: it is in files of another folder and leads to
    /// other pods.
    /// </summary>
    public static bool IsUnrelated(ServiceView service, StatefulSetView set) =>
        Selection.FirstMissing(service.Selector, set.PodLabels) is not null
        && ObjectIndex.FolderOf(service) is { } folder
        && ObjectIndex.FolderOf(set) is { } own
        && folder != own;

    /// <summary>Whether a claim of a name is known, in whatever namespace.</summary>
    public bool KnowsClaim(string name) => Both(Looked(declared).ClaimsNamed(name), existing.ClaimsNamed(name)).Any();

    /// <summary>A claim by its name, as far as one is known beside an object that mounts it.</summary>
    public ClaimView? ClaimOf(PodOwnerView owner, string name) =>
        Both(Looked(declared).ClaimsNamed(name), existing.ClaimsNamed(name)).FirstOrDefault(claim => !claim.IsApartFrom(owner));

    /// <summary>What is declared of a workload; null where nothing is.</summary>
    public WorkloadFacts? FactsOf(PodOwnerView owner)
    {
        foreach (WorkloadFacts facts in Facts)
        {
            if (facts.Kind == owner.KindName && owner.Name.TryGetString(out string? name) && facts.Name == name)
            {
                return facts;
            }
        }

        return null;
    }

    /// <summary>Whether a workload works only while more than half of its replicas do: declared so, or said by an annotation.</summary>
    public bool NeedsMajority(WorkloadView workload) =>
        FactsOf(workload)?.NeedsMajority == true
        || (workload.Node.At("metadata", "annotations", HoldfastAnnotations.Quorum).TryGetString(out string? text) && text == "true");

    /// <summary>The StatefulSets of a name, judged and merely known.</summary>
    public IEnumerable<StatefulSetView> KnownStatefulSetsNamed(string name) => Both(Looked(declared).StatefulSetsNamed(name), existing.StatefulSetsNamed(name));

    private ObjectIndex Looked(ObjectIndex index)
    {
        Watch?.LookUp();
        return index;
    }

    /// <summary>One after the other; what is known beside what is declared is nearly always nothing, and rules ask at every turn.</summary>
    private static IEnumerable<T> Both<T>(IEnumerable<T> declared, IEnumerable<T> existing) =>
        existing is IReadOnlyCollection<T> { Count: 0 } ? declared
        : declared is IReadOnlyCollection<T> { Count: 0 } ? existing
        : declared.Concat(existing);

    private IEnumerable<T> Watched<T>(IEnumerable<T> views) => Watch?.Over(views) ?? views;
}
