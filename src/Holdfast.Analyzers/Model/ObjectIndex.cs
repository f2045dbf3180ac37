using System.Collections.Immutable;

namespace Holdfast.Analyzers.Model;

/// <summary>
/// Objects by their kinds, each with its view. About a hundred rules ask for them, so objects are sorted once, when they are
/// first asked for.
/// </summary>
internal sealed class ObjectIndex
{
    private readonly ImmutableArray<MappingNode> _objects;

    /// <summary>Indexes that this one puts together; none where it sorts objects itself.</summary>
    private readonly ImmutableArray<ObjectIndex> _parts;

    private Views? _views;

    private ImmutableArray<(MappingNode Object, ScalarNode Value, ImmutableStack<string> Path)> _scalars;

    public ObjectIndex(ImmutableArray<MappingNode> objects)
        : this(objects, [])
    {
    }

    private ObjectIndex(ImmutableArray<MappingNode> objects, ImmutableArray<ObjectIndex> parts)
    {
        _objects = objects;
        _parts = parts;
    }

    /// <summary>
    /// The objects of several indexes, in this order. Where a hundred folders are judged, each beside all others, the objects of
    /// each are sorted once and not a hundred times.
    /// </summary>
    public static ObjectIndex Of(IEnumerable<ObjectIndex> parts)
    {
        ImmutableArray<ObjectIndex> all = [.. parts];
        return new ObjectIndex([.. all.SelectMany(static part => part._objects)], all);
    }

    public ImmutableArray<MappingNode> Objects => _objects;

    public IReadOnlyList<StatefulSetView> StatefulSets => Sorted.StatefulSets;

    public IReadOnlyList<DeploymentView> Deployments => Sorted.Deployments;

    /// <summary>StatefulSets, then Deployments.</summary>
    public IReadOnlyList<WorkloadView> Workloads => Sorted.Workloads;

    public IReadOnlyList<ServiceView> Services => Sorted.Services;

    public IReadOnlyList<DisruptionBudgetView> DisruptionBudgets => Sorted.DisruptionBudgets;

    public IReadOnlyList<ClaimView> Claims => Sorted.Claims;

    public IReadOnlyList<NetworkPolicyView> NetworkPolicies => Sorted.NetworkPolicies;

    public IReadOnlyList<AutoscalerView> Autoscalers => Sorted.Autoscalers;

    public IReadOnlyList<ConfigMapView> ConfigMaps => Sorted.ConfigMaps;

    /// <summary>Services of a name.</summary>
    public IEnumerable<ServiceView> ServicesNamed(string name) => _parts.IsEmpty
        ? Sorted.ServicesByName[name]
        : _parts.SelectMany(part => part.ServicesNamed(name));

    /// <summary>All scalars of the objects, each with its path, innermost field first.</summary>
    public ImmutableArray<(MappingNode Object, ScalarNode Value, ImmutableStack<string> Path)> Scalars
    {
        get
        {
            if (_scalars.IsDefault)
            {
                _scalars = [.. _objects.SelectMany(static node => NodePaths.Scalars(node).Select(found => (node, found.Value, found.Path)))];
            }

            return _scalars;
        }
    }

    private Views Sorted => _views ??= _parts.IsEmpty ? new Views(_objects) : new Views(_parts);

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
                }
            }

            Workloads = [.. StatefulSets, .. Deployments];
        }

        public Views(ImmutableArray<ObjectIndex> parts)
        {
            foreach (ObjectIndex part in parts)
            {
                Views views = part.Sorted;
                StatefulSets.AddRange(views.StatefulSets);
                Deployments.AddRange(views.Deployments);
                Services.AddRange(views.Services);
                DisruptionBudgets.AddRange(views.DisruptionBudgets);
                Claims.AddRange(views.Claims);
                NetworkPolicies.AddRange(views.NetworkPolicies);
                Autoscalers.AddRange(views.Autoscalers);
                ConfigMaps.AddRange(views.ConfigMaps);
            }

            Workloads = [.. StatefulSets, .. Deployments];
        }

        public List<StatefulSetView> StatefulSets { get; } = [];

        public List<DeploymentView> Deployments { get; } = [];

        public WorkloadView[] Workloads { get; }

        public List<ServiceView> Services { get; } = [];

        public List<DisruptionBudgetView> DisruptionBudgets { get; } = [];

        public List<ClaimView> Claims { get; } = [];

        public List<NetworkPolicyView> NetworkPolicies { get; } = [];

        public List<AutoscalerView> Autoscalers { get; } = [];

        public List<ConfigMapView> ConfigMaps { get; } = [];

        public ILookup<string, ServiceView> ServicesByName =>
            _servicesByName ??= Services.ToLookup(static service => service.DisplayName, StringComparer.Ordinal);
    }
}
