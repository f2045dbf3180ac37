using System.Collections.Immutable;
using Holdfast.Analyzers.Model.Constraints;

namespace Holdfast.Analyzers.Model;

/// <summary>
/// Objects by their kinds, each with its view. About a hundred rules ask for them, so objects are sorted once, when they are
/// first asked for.
/// </summary>
internal sealed class ObjectIndex
{
    /// <summary>Indexes that this one puts together; none where it sorts objects itself.</summary>
    private readonly ImmutableArray<ObjectIndex> _parts;

    private ImmutableArray<MappingNode> _objects;

    private Views? _views;

    private Found? _found;

    public ObjectIndex(ImmutableArray<MappingNode> objects)
    {
        _objects = objects;
        _parts = [];
    }

    private ObjectIndex(ImmutableArray<ObjectIndex> parts) => _parts = parts;

    /// <summary>
    /// The objects of several indexes, in this order. Where a hundred folders are judged, each beside all others, the objects of
    /// each are sorted once and not a hundred times.
    /// </summary>
    public static ObjectIndex Of(IEnumerable<ObjectIndex> parts) => new(parts.ToImmutableArray());

    public ImmutableArray<MappingNode> Objects
    {
        get
        {
            if (_objects.IsDefault)
            {
                _objects = [.. _parts.SelectMany(static part => part.Objects)];
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

    /// <summary>Services of a name.</summary>
    public IEnumerable<ServiceView> ServicesNamed(string name) => Each(views => views.ServicesByName[name]);

    /// <summary>What the API server asks of the objects and they do not keep, found in one walk for all rules.</summary>
    /// <param name="target">The versions of Kubernetes that the objects are for; mostly the same each time.</param>
    public ImmutableArray<ConstraintFinding> FindingsFor(KubernetesTarget target)
    {
        // An index of files outlives a compilation, and the next one may be for other versions.
        if (_found is not { } found || found.Target != target)
        {
            _found = found = new Found(target, [.. Objects.SelectMany(node => ConstraintWalk.Find(node, target))]);
        }

        return found.Findings;
    }

    private Views Sorted => _views ??= new Views(Objects);

    /// <summary>What is looked for is mostly near, so parts are looked at one after the other.</summary>
    private IEnumerable<T> Each<T>(Func<Views, IEnumerable<T>> find) =>
        _parts.IsEmpty ? find(Sorted) : _parts.SelectMany(part => part.Each(find));

    private sealed record Found(KubernetesTarget Target, ImmutableArray<ConstraintFinding> Findings);

    private sealed class Views
    {
        private ILookup<string, ServiceView>? _servicesByName;

        public Views(ImmutableArray<MappingNode> objects)
        {
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

                        break;
                }
            }

            Workloads = [.. StatefulSets, .. Deployments];
            PodOwners = [.. Workloads, .. OtherPodOwners];
        }

        public List<StatefulSetView> StatefulSets { get; } = [];

        public List<DeploymentView> Deployments { get; } = [];

        public List<PodOwnerView> OtherPodOwners { get; } = [];

        public WorkloadView[] Workloads { get; }

        public PodOwnerView[] PodOwners { get; }

        public List<ServiceView> Services { get; } = [];

        public List<DisruptionBudgetView> DisruptionBudgets { get; } = [];

        public List<ClaimView> Claims { get; } = [];

        public List<NetworkPolicyView> NetworkPolicies { get; } = [];

        public List<AutoscalerView> Autoscalers { get; } = [];

        public List<ConfigMapView> ConfigMaps { get; } = [];

        public List<SecretView> Secrets { get; } = [];

        public ILookup<string, ServiceView> ServicesByName =>
            _servicesByName ??= Services.ToLookup(static service => service.DisplayName, StringComparer.Ordinal);
    }
}
