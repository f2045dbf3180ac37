using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Model.Views;

/// <summary>
/// Objects by their kinds, each with its view. About a hundred rules ask for them, so objects are sorted once, when they are
/// first asked for.
/// </summary>
internal sealed class ObjectIndex
{
    /// <summary>Indexes that this one looks through one after the other; none where it sorts objects itself.</summary>
    private readonly ImmutableArray<ObjectIndex> _parts;

    /// <summary>Indexes whose objects this one has sorted together.</summary>
    private readonly ImmutableArray<ObjectIndex> _merged = [];

    /// <summary>How far an index is from who asks; null where that does not matter.</summary>
    private readonly Func<ObjectIndex, int>? _distance;

    private ImmutableArray<MappingNode> _objects;

    private Views? _views;

    public ObjectIndex(ImmutableArray<MappingNode> objects)
    {
        _objects = objects;
        _parts = [];
    }

    private ObjectIndex(ImmutableArray<ObjectIndex> parts, ImmutableArray<ObjectIndex> merged, Func<ObjectIndex, int>? distance)
    {
        _parts = parts;
        _merged = merged;
        _distance = distance;
    }

    /// <summary>The objects of several indexes, in this order. Nothing is sorted again, so there should be few of them.</summary>
    /// <param name="parts">The indexes.</param>
    /// <param name="distance">How far each is, and each that was merged into one, for what is looked for and is there several times.</param>
    public static ObjectIndex Of(IEnumerable<ObjectIndex> parts, Func<ObjectIndex, int>? distance = null) => new(parts.ToImmutableArray(), [], distance);

    /// <summary>
    /// The objects of many indexes in one. Where a thousand folders are judged, each beside all others, the others are put together
    /// once and not a thousand times.
    /// </summary>
    public static ObjectIndex Merge(IEnumerable<ObjectIndex> parts) => new([], parts.ToImmutableArray(), distance: null);

    /// <summary>The indexes that this one looks through; itself where it looks through none.</summary>
    public ImmutableArray<ObjectIndex> Parts => _parts.IsEmpty ? [this] : _parts;

    public ImmutableArray<MappingNode> Objects
    {
        get
        {
            if (_objects.IsDefault)
            {
                _objects = [.. _parts.Concat(_merged).SelectMany(static part => part.Objects)];
            }

            return _objects;
        }
    }

    public IEnumerable<StatefulSetView> StatefulSets => Each(static views => views.StatefulSets);

    public IEnumerable<DeploymentView> Deployments => Each(static views => views.Deployments);

    /// <summary>StatefulSets, then Deployments.</summary>
    public IEnumerable<WorkloadView> Workloads => _parts.IsEmpty ? Sorted.Workloads : StatefulSets.Concat<WorkloadView>(Deployments);

    /// <summary>StatefulSets, Deployments, then all others that pods are made of and that are whole.</summary>
    public IEnumerable<PodOwnerView> PodOwners =>
        _parts.IsEmpty ? Sorted.PodOwners : StatefulSets.Concat<PodOwnerView>(Deployments).Concat(Each(static views => views.OtherPodOwners));

    public IEnumerable<ServiceView> Services => Each(static views => views.Services);

    public IEnumerable<DisruptionBudgetView> DisruptionBudgets => Each(static views => views.DisruptionBudgets);

    public IEnumerable<ClaimView> Claims => Each(static views => views.Claims);

    public IEnumerable<NetworkPolicyView> NetworkPolicies => Each(static views => views.NetworkPolicies);

    public IEnumerable<AutoscalerView> Autoscalers => Each(static views => views.Autoscalers);

    public IEnumerable<ConfigMapView> ConfigMaps => Each(static views => views.ConfigMaps);

    public IEnumerable<SecretView> Secrets => Each(static views => views.Secrets);

    /// <summary>ConfigMaps or Secrets of a name, of whatever API version.</summary>
    /// <param name="name">The kind, and the name.</param>
    public IEnumerable<PlainView> EntriesNamed(TextPair name)
    {
        // Asked for each reference, and nearly all parts have none.
        if (_parts.IsEmpty)
        {
            return Sorted.EntriesByName[name];
        }

        IEnumerable<PlainView> found = [];
        foreach (ObjectIndex part in _parts)
        {
            IEnumerable<PlainView> own = part.EntriesNamed(name);
            found = ReferenceEquals(own, Array.Empty<PlainView>()) ? found : ReferenceEquals(found, Array.Empty<PlainView>()) ? own : found.Concat(own);
        }

        return found;
    }

    /// <summary>Services of a name, what is near first.</summary>
    public IEnumerable<ServiceView> ServicesNamed(string name) => Nearest(name, static views => views.ServicesByName);

    /// <summary>Claims of a name, what is near first.</summary>
    public IEnumerable<ClaimView> ClaimsNamed(string name) => Nearest(name, static views => views.ClaimsByName);

    /// <summary>Workloads of a name.</summary>
    public IEnumerable<WorkloadView> WorkloadsNamed(string name) => Each(views => views.WorkloadsByName[name]);

    /// <summary>StatefulSets whose names are not DNS labels, as the names of their pods have to be.</summary>
    public IEnumerable<StatefulSetView> MisnamedStatefulSets => Each(static views => views.MisnamedStatefulSets);

    /// <summary>StatefulSets of a name.</summary>
    public IEnumerable<StatefulSetView> StatefulSetsNamed(string name) => Each(views => views.StatefulSetsByName[name]);

    /// <summary>Services in files of a folder, those in no file at all, and those that may select pods of these labels; each once or twice.</summary>
    public IEnumerable<ServiceView> ServicesFor(string? folder, ManifestNode? labels) =>
        Each(views => (folder is null ? views.Services : views.ServicesByFolder[folder].Concat(views.ServicesByFolder[string.Empty])).Concat(views.ServiceSelectors.MaySelect(labels)));

    /// <summary>Whether there is a Service whose name is not known.</summary>
    public bool HasUnnamedService => Any(static views => views.HasUnnamedService);

    /// <summary>Whether any pod has a label of a key and a value, or one of the key whose value is not known.</summary>
    public bool HasPodLabel(string key, string value) => Any(views => views.PodLabels.Contains(new TextPair(key, value)) || views.PodLabels.Contains(new TextPair(key, string.Empty)));

    /// <summary>Whether a budget may be for pods of a workload.</summary>
    public bool HasWorkloadFor(DisruptionBudgetView budget) => Any(views => views.WorkloadPods.MayCover(budget));

    /// <summary>The workloads whose pods a budget is for for certain: StatefulSets, then Deployments.</summary>
    public IEnumerable<WorkloadView> WorkloadsOf(DisruptionBudgetView budget) => Each(views => views.WorkloadPods.Of(budget)).Cast<WorkloadView>();

    /// <summary>Whether a budget may be for pods of any object, in whatever way it makes them.</summary>
    public bool MayMakePodsFor(DisruptionBudgetView budget) => Any(views => views.PodMakers.MayMakePodsFor(budget));

    /// <summary>Whether any object makes pods in a way that cannot be seen.</summary>
    public bool HasUnseenPodMaker => Any(static views => views.PodMakers.HasUnseen);

    /// <summary>Whether a budget, of a removed API version or not, may be for the pods of a workload.</summary>
    public bool HasBudgetFor(WorkloadView workload) => Any(views => views.AllBudgets.MayCover(workload));

    /// <summary>The budgets that are for the pods of a workload for certain.</summary>
    public IEnumerable<DisruptionBudgetView> BudgetsOf(WorkloadView workload) => Each(views => views.Budgets.Of(workload));

    /// <summary>Budgets, of removed API versions too, that are for no workload of the index that they are in.</summary>
    public IEnumerable<DisruptionBudgetView> IdleBudgets => Each(static views => views.IdleBudgets);

    /// <summary>Where a view's object is written, if that is in a file.</summary>
    public static string? FolderOf(ObjectView view) => view.Node.Place is { IsInFile: true, Path: var path } ? Path.GetDirectoryName(path) : null;

    private Views Sorted => _views ??= _merged.IsEmpty ? new Views(this, Objects) : new Views(this, _merged);

    private IEnumerable<T> Each<T>(Func<Views, IEnumerable<T>> find) => _parts.IsEmpty ? find(Sorted) : EachPart(find);

    // Closures are made where a method starts, and those that need none are asked for far more often.
    private IEnumerable<T> EachPart<T>(Func<Views, IEnumerable<T>> find) => _parts.SelectMany(part => part.Each(find));

    private bool Any(Func<Views, bool> holds)
    {
        if (_parts.IsEmpty)
        {
            return holds(Sorted);
        }

        foreach (ObjectIndex part in _parts)
        {
            if (part.Any(holds))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<T> Nearest<T>(string name, Func<Views, ILookup<string, Placed<T>>> byName)
        where T : class
    {
        // Rules ask at every turn, and nearly all names are there once.
        IEnumerable<Placed<T>> found = Named(name, byName);
        return found is Placed<T>[] and [] ? []
            : (_distance is { } distance && found.Skip(1).Any() ? found.OrderBy(one => distance(one.Of)) : found).Select(static one => one.View);
    }

    private IEnumerable<Placed<T>> Named<T>(string name, Func<Views, ILookup<string, Placed<T>>> byName)
        where T : class
    {
        if (_parts.IsEmpty)
        {
            return byName(Sorted)[name];
        }

        IEnumerable<Placed<T>> found = Array.Empty<Placed<T>>();
        foreach (ObjectIndex part in _parts)
        {
            IEnumerable<Placed<T>> own = part.Named(name, byName);
            found = own is Placed<T>[] and [] ? found : found is Placed<T>[] and [] ? own : found.Concat(own);
        }

        return found;
    }

    /// <summary>A view and the index that it is in.</summary>
    private sealed record Placed<T>(ObjectIndex Of, T View);

    private sealed class Views
    {
        private readonly ObjectIndex _index;

        private readonly ImmutableArray<Views> _merged;

        // A set of objects that is judged by itself is asked for few of these.

        private ILookup<TextPair, PlainView>? _entriesByName;

        private ILookup<string, Placed<ServiceView>>? _servicesByName;

        private ILookup<string, Placed<ClaimView>>? _claimsByName;

        private ILookup<string, StatefulSetView>? _statefulSetsByName;

        private ILookup<string, WorkloadView>? _workloadsByName;

        private StatefulSetView[]? _misnamedStatefulSets;

        private ILookup<string, ServiceView>? _servicesByFolder;

        private SelectorLookup<ServiceView>? _serviceSelectors;

        private PodIndex? _workloadPods;

        private HashSet<TextPair>? _podLabels;

        private PodMakers? _podMakers;

        private BudgetIndex? _budgets;

        private BudgetIndex? _allBudgets;

        private DisruptionBudgetView[]? _idleBudgets;

        public Views(ObjectIndex index, ImmutableArray<ObjectIndex> merged)
        {
            _index = index;
            _merged = [.. merged.Select(static part => part.Sorted)];
            foreach (Views part in _merged)
            {
                StatefulSets.AddRange(part.StatefulSets);
                Deployments.AddRange(part.Deployments);
                OtherPodOwners.AddRange(part.OtherPodOwners);
                Services.AddRange(part.Services);
                DisruptionBudgets.AddRange(part.DisruptionBudgets);
                FormerBudgets.AddRange(part.FormerBudgets);
                Claims.AddRange(part.Claims);
                NetworkPolicies.AddRange(part.NetworkPolicies);
                Autoscalers.AddRange(part.Autoscalers);
                ConfigMaps.AddRange(part.ConfigMaps);
                Secrets.AddRange(part.Secrets);
            }

            Workloads = [.. StatefulSets, .. Deployments];
            PodOwners = [.. Workloads, .. OtherPodOwners];
            HasUnnamedService = Services.Exists(static service => service.Name is UnknownNode);
        }

        public Views(ObjectIndex index, ImmutableArray<MappingNode> objects)
        {
            _index = index;
            _merged = [];
            foreach (MappingNode node in objects)
            {
                switch (ObjectView.KindOf(node), ObjectView.ApiVersionOf(node))
                {
                    case (StatefulSetView.Kind, StatefulSetView.ApiVersion):
                        StatefulSets.Add(new StatefulSetView(node));
                        break;
                    case (DeploymentView.Kind, DeploymentView.ApiVersion):
                        Deployments.Add(new DeploymentView(node));
                        break;
                    case (ServiceView.Kind, ServiceView.ApiVersion):
                        Services.Add(new ServiceView(node));
                        break;
                    case (DisruptionBudgetView.Kind, DisruptionBudgetView.ApiVersion):
                        DisruptionBudgets.Add(new DisruptionBudgetView(node));
                        break;
                    case (ClaimView.Kind, ClaimView.ApiVersion):
                        Claims.Add(new ClaimView(node));
                        break;
                    case (NetworkPolicyView.Kind, NetworkPolicyView.ApiVersion):
                        NetworkPolicies.Add(new NetworkPolicyView(node));
                        break;
                    case (AutoscalerView.Kind, AutoscalerView.ApiVersion):
                        Autoscalers.Add(new AutoscalerView(node));
                        break;
                    case (ConfigMapView.Kind, ConfigMapView.ApiVersion):
                        ConfigMaps.Add(new ConfigMapView(node));
                        break;
                    case (SecretView.Kind, SecretView.ApiVersion):
                        Secrets.Add(new SecretView(node));
                        break;
                    default:
                        // Readers leave out parts of workloads only.
                        if (PodOwnerView.Of(node) is { IsPartial: false } owner)
                        {
                            OtherPodOwners.Add(owner);
                        }
                        else if (ObjectView.KindOf(node) == DisruptionBudgetView.Kind && RemovedApis.Successor(ObjectView.ApiVersionOf(node), DisruptionBudgetView.Kind) is not null)
                        {
                            FormerBudgets.Add(new DisruptionBudgetView(node));
                        }

                        break;
                }
            }

            Workloads = [.. StatefulSets, .. Deployments];
            PodOwners = [.. Workloads, .. OtherPodOwners];
            HasUnnamedService = Services.Exists(static service => service.Name is UnknownNode);
        }

        public List<StatefulSetView> StatefulSets { get; } = [];

        public List<DeploymentView> Deployments { get; } = [];

        public List<PodOwnerView> OtherPodOwners { get; } = [];

        public WorkloadView[] Workloads { get; }

        public PodOwnerView[] PodOwners { get; }

        public List<ServiceView> Services { get; } = [];

        public List<DisruptionBudgetView> DisruptionBudgets { get; } = [];

        /// <summary>Those of API versions that were removed.</summary>
        public List<DisruptionBudgetView> FormerBudgets { get; } = [];

        public List<ClaimView> Claims { get; } = [];

        public List<NetworkPolicyView> NetworkPolicies { get; } = [];

        public List<AutoscalerView> Autoscalers { get; } = [];

        public List<ConfigMapView> ConfigMaps { get; } = [];

        public List<SecretView> Secrets { get; } = [];

        /// <summary>By kind and name.</summary>
        public ILookup<TextPair, PlainView> EntriesByName => _entriesByName ??= _index.Objects
            .Where(static node => ObjectView.KindOf(node) is ConfigMapView.Kind or SecretView.Kind)
            .Select(static node => new PlainView(node))
            .ToLookup(static view => new TextPair(ObjectView.KindOf(view.Node), view.DisplayName));

        public ILookup<string, Placed<ServiceView>> ServicesByName => _servicesByName ??= ByName(static views => views.Services);

        public ILookup<string, Placed<ClaimView>> ClaimsByName => _claimsByName ??= ByName(static views => views.Claims);

        public ILookup<string, StatefulSetView> StatefulSetsByName =>
            _statefulSetsByName ??= StatefulSets.ToLookup(static set => set.DisplayName, StringComparer.Ordinal);

        public ILookup<string, WorkloadView> WorkloadsByName =>
            _workloadsByName ??= Workloads.ToLookup(static workload => workload.DisplayName, StringComparer.Ordinal);

        public StatefulSetView[] MisnamedStatefulSets =>
            _misnamedStatefulSets ??= [.. StatefulSets.Where(static set => set.Name.TryGetString(out string? name) && DnsLabel.Problem(name) is not null)];

        /// <summary>Those in no file under the empty name.</summary>
        public ILookup<string, ServiceView> ServicesByFolder =>
            _servicesByFolder ??= Services.ToLookup(static service => FolderOf(service) ?? string.Empty, StringComparer.Ordinal);

        public SelectorLookup<ServiceView> ServiceSelectors => _serviceSelectors ??= new SelectorLookup<ServiceView>(Services, static service => service.Selector);

        public bool HasUnnamedService { get; }

        public PodIndex WorkloadPods => _workloadPods ??= new PodIndex(Workloads);

        /// <summary>The labels of all pods; a value that is not known is empty.</summary>
        public HashSet<TextPair> PodLabels => _podLabels ??=
            [.. PodOwners.SelectMany(static owner => (owner.PodLabels as MappingNode)?.Entries ?? default).Select(static entry => new TextPair(entry.Key, (entry.Value as ScalarNode)?.Text ?? string.Empty))];

        public PodMakers PodMakers => _podMakers ??= new PodMakers(_index.Objects);

        public BudgetIndex Budgets => _budgets ??= new BudgetIndex(DisruptionBudgets);

        public BudgetIndex AllBudgets => _allBudgets ??= new BudgetIndex(DisruptionBudgets.Concat(FormerBudgets));

        public DisruptionBudgetView[] IdleBudgets => _idleBudgets ??= [.. DisruptionBudgets.Concat(FormerBudgets).Where(budget => !WorkloadPods.MayCover(budget))];

        private ILookup<string, Placed<T>> ByName<T>(Func<Views, List<T>> list)
            where T : ObjectView =>
            (_merged.IsEmpty ? [this] : _merged)
                .SelectMany(views => list(views).Select(view => new Placed<T>(views._index, view)))
                .ToLookup(static one => one.View.DisplayName, StringComparer.Ordinal);
    }
}
