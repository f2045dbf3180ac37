using System.Collections.Immutable;
using System.Text;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Rules.Availability;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Naming;

/// <summary>
/// The workloads and Services that a compilation knows, from all readers. One that is declared in several ways, for several
/// environments or by several files, is there several times, and a name is right when it is right for one of them.
/// </summary>
internal sealed class KnownSets
{
    public static KnownSets None { get; } = new([], [], []);

    private readonly HashSet<string> _names;

    private readonly Dictionary<string, KnownSet[]> _setsByName;

    private readonly ILookup<string?, KnownSet> _setsByService;

    private readonly ILookup<string, KnownService> _servicesByName;

    private readonly ImmutableArray<MappingNode> _bindings;

    private KnownSets(ImmutableArray<KnownWorkload> workloads, ImmutableArray<KnownService> services, ImmutableArray<MappingNode> bindings)
    {
        _bindings = bindings;
        Workloads = workloads;
        Sets = [.. workloads.OfType<KnownSet>()];
        _setsByName = Sets.GroupBy(static set => set.Name, StringComparer.Ordinal).ToDictionary(static sets => sets.Key, static sets => sets.ToArray(), StringComparer.Ordinal);
        _setsByService = Sets.ToLookup(static set => set.Service, StringComparer.Ordinal);
        Services = services;
        _servicesByName = services.ToLookup(static service => service.Name, StringComparer.Ordinal);
        ServiceNames = new HashSet<string>(services.Select(static service => service.Name), StringComparer.Ordinal);
        _names = new HashSet<string>(ServiceNames, StringComparer.Ordinal);
        foreach (KnownSet set in Sets)
        {
            _names.Add(set.Name);
            _names.Add(set.Service ?? set.Name);
            _names.Add(set.Namespace ?? set.Name);
        }
    }

    public ImmutableArray<KnownWorkload> Workloads { get; }

    public ImmutableArray<KnownSet> Sets { get; }

    public ImmutableArray<KnownService> Services { get; }

    public IEnumerable<KnownService> ServicesNamed(string name) => _servicesByName[name];

    public HashSet<string> ServiceNames { get; }

    /// <summary>Whether a RoleBinding or ClusterRoleBinding that no type declares may be for an account: it names it, or it names something else than accounts.</summary>
    public bool MayBind(string account) => _bindings.Any(binding => binding["subjects"] is not SequenceNode subjects
        || subjects.Items.Any(subject => !subject.At("kind").Is("ServiceAccount") || subject.At("name") is not ScalarNode name || name.Text == account));

    public bool IsEmpty => Workloads.IsEmpty && Services.IsEmpty;

    /// <summary>The sets that a Service governs.</summary>
    public IEnumerable<KnownSet> GovernedBy(string service) => _setsByService[service];

    /// <summary>Whether it is the name of a set, a Service or a namespace.</summary>
    public bool IsName(string label) => _names.Contains(label);

    /// <summary>The sets that a label names a pod of; none where a Service has this very name.</summary>
    public IEnumerable<(KnownSet Set, int? Ordinal)> WithPod(string label) => NearPod(label) is { Length: > 0 } sets ? WithPod(label, sets) : [];

    // Many folders may have sets of one name, and who asks often needs the first one alone.
    private static IEnumerable<(KnownSet Set, int? Ordinal)> WithPod(string label, KnownSet[] sets)
    {
        foreach (KnownSet set in sets)
        {
            if (set.IsPod(label, out int? ordinal))
            {
                yield return (set, ordinal);
            }
        }
    }

    /// <summary>Whether a label names a pod of any set.</summary>
    public bool HasPod(string label)
    {
        foreach (KnownSet set in NearPod(label))
        {
            if (set.IsPod(label, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sets of the name that a pod of this name would be of: the set's with a dash and the ordinal behind it.</summary>
    private KnownSet[] NearPod(string label)
    {
        int dash = label.LastIndexOf('-');
        return dash >= 0
            && dash + 1 < label.Length
            && label[dash + 1] is (>= '0' and <= '9') or HostText.Hole
            && !ServiceNames.Contains(label)
            && _setsByName.TryGetValue(label.Substring(0, dash), out KnownSet[]? sets)
                ? sets
                : [];
    }

    /// <param name="sources">Objects and the type that each group is declared by.</param>
    public static KnownSets Of(IEnumerable<GivenObjects> sources)
    {
        ImmutableArray<KnownWorkload>.Builder workloads = ImmutableArray.CreateBuilder<KnownWorkload>();
        ImmutableArray<KnownService>.Builder services = ImmutableArray.CreateBuilder<KnownService>();
        ImmutableArray<MappingNode>.Builder bindings = ImmutableArray.CreateBuilder<MappingNode>();
        foreach ((ImmutableArray<MappingNode> objects, DeclaredApp? declared) in sources)
        {
            bindings.AddRange(declared is null ? objects.Where(RoleBindings.Include) : []);
            var manifests = new ManifestSet(objects, [], []);
            workloads.AddRange(manifests.StatefulSets.Where(HasName).Select(set => Set(set, declared)));
            workloads.AddRange(manifests.Deployments.Where(HasName).Select(deployment => new KnownWorkload(
                deployment.DisplayName, Variables(deployment), IsOnHostNetwork(deployment), GracePeriod(deployment), declared)
            {
                MayHaveToken = MayHaveToken(deployment),
                Words = FieldWords.Of(deployment.Node, declared is not null),
            }));
            services.AddRange(manifests.DeclaredServices.Where(HasName).Select(service => new KnownService(
                service.DisplayName, Text(service.Namespace), Ports(service), service.IsHeadless, declared)
            {
                MayBeExternal = service.Type is null or "ExternalName",
            }));
        }

        // Many folders may say one set alike, and each name of its pods is compared with all of them.
        return new KnownSets(First(workloads, static workload => workload.Name, static workload => workload.Declared, Key), First(services, static service => service.Name, static service => service.Declared, static service => new Identity(service with { Ports = default }, Key(service.Ports), string.Empty)), bindings.ToImmutable());
    }

    private static ImmutableArray<T> First<T>(IReadOnlyCollection<T> all, Func<T, string> name, Func<T, DeclaredApp?> declared, Func<T, Identity> key)
    {
        // Only what has a name that is there again can be there again.
        var names = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        foreach (T one in all)
        {
            if (!names.Add(name(one)))
            {
                repeated.Add(name(one));
            }
        }

        var keys = new HashSet<Identity>();
        return [.. all.Where(one => declared(one) is not null || !repeated.Contains(name(one)) || keys.Add(key(one)))];
    }

    private static Identity Key(KnownWorkload workload) => workload is KnownSet set
        ? new(set with { Variables = default, PortNumbers = default, NamedPorts = default }, Key(set.Variables), Key(set.PortNumbers) + Key(set.NamedPorts))
        : new(workload with { Variables = default }, Key(workload.Variables), string.Empty);

    private static string Key(ImmutableArray<KnownPort> ports)
    {
        if (ports.IsDefault)
        {
            return "?";
        }

        var text = new StringBuilder();
        foreach (KnownPort port in ports)
        {
            text.Append(port.Name).Append('/').Append(port.Protocol).Append('/').Append(port.Number ?? long.MinValue).Append('/').Append(port.Target ?? long.MinValue).Append('/').Append(port.TargetName ?? "?").Append(',');
        }

        return text.ToString();
    }

    /// <summary>Arrays are equal by their identity, their texts by what is in them.</summary>
    private static string Key<T>(ImmutableArray<T> items) => items.IsDefault ? "?" : items.IsEmpty ? string.Empty : string.Join(",", items);

    private static bool HasName(ObjectView view) => view.Name.TryGetString(out string? name) && KubernetesNames.IsDnsSubdomain(name);

    private static KnownSet Set(StatefulSetView set, DeclaredApp? declared) => new(
        set.DisplayName, Variables(set), IsOnHostNetwork(set), GracePeriod(set), declared)
    {
        MayHaveToken = MayHaveToken(set),
        Words = FieldWords.Of(set.Node, declared is not null),
        Service = set.ServiceName switch
        {
            null => string.Empty,
            ScalarNode { Kind: ScalarKind.Null } => string.Empty,
            var name => Text(name),
        },
        Namespace = Text(set.Namespace),
        ClusterDomain = declared is not null && declared.App.ClusterDomain.TryGet(out string? zone) ? zone.ToLowerInvariant() : null,

        // Where a manifest leaves it out, an autoscaler may well decide.
        Replicas = set.Replicas,
        Start = set.Node.At("spec", "ordinals", "start") switch
        {
            null => set.Node.At("spec", "ordinals") is UnknownNode ? null : 0,
            var start => start.TryGetInteger(out long first) ? first : null,
        },
        PortNumbers =
        [
            .. set.Containers.SelectMany(static container => container["ports"].Mappings())
                .Select(static port => port["containerPort"].TryGetInteger(out long number) ? number : 0),
        ],
        NamedPorts = NamedPorts(set),
    };

    /// <summary>Of several ports of a name the last one counts.</summary>
    private static ImmutableArray<NamedPort> NamedPorts(StatefulSetView set)
    {
        var ports = new List<NamedPort>();
        foreach (MappingNode port in set.Containers.SelectMany(static container => container["ports"].Mappings()))
        {
            if (Text(port["name"]) is { } name && port["containerPort"].TryGetInteger(out long number))
            {
                ports.RemoveAll(port => port.Name == name);
                ports.Add(new NamedPort(name, number));
            }
        }

        return [.. ports];
    }

    /// <summary>Not known where a whole ConfigMap or Secret is in the environment, or a name is not known.</summary>
    private static ImmutableArray<string> Variables(WorkloadView workload)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        foreach (MappingNode container in workload.Containers)
        {
            if (container["envFrom"] is not null || container["env"] is UnknownNode)
            {
                return default;
            }

            foreach (MappingNode variable in container["env"].Mappings())
            {
                if (!variable["name"].TryGetString(out string? name))
                {
                    return default;
                }

                names.Add(name);
            }
        }

        return workload.PodSpec is UnknownNode || workload.PodSpec.At("containers") is UnknownNode ? default : names.ToImmutable();
    }

    private static bool IsOnHostNetwork(WorkloadView workload) => workload.PodSpec.At("hostNetwork").IsTrue();

    /// <summary>Left out, the account decides; a volume may bring a token, too.</summary>
    private static bool MayHaveToken(WorkloadView workload) =>
        workload.PodSpec.At("automountServiceAccountToken") is not ScalarNode { Kind: ScalarKind.Boolean, Text: "false" }
        || workload.PodSpec.At("volumes") is UnknownNode
        || workload.Volumes.Any(static volume => volume["secret"] is not null
            || volume["projected"] is UnknownNode
            || volume.At("projected", "sources") is UnknownNode
            || volume.At("projected", "sources").Mappings().Any(static source => source["serviceAccountToken"] is not null));

    private static long? GracePeriod(WorkloadView workload) => workload.PodSpec.At("terminationGracePeriodSeconds") switch
    {
        null => workload.PodSpec is MappingNode ? PodDefaults.GracePeriodSeconds : null,
        var seconds => seconds.TryGetInteger(out long number) ? number : null,
    };

    private static ImmutableArray<KnownPort> Ports(ServiceView service)
    {
        if (service.Node.At("spec") is UnknownNode || service.Node.At("spec", "ports") is UnknownNode || service.Ports.Any(static port => port["name"] is UnknownNode || port["protocol"] is UnknownNode))
        {
            return default;
        }

        return
        [
            .. service.Ports.Select(static port => new KnownPort(Text(port["name"]) ?? string.Empty, PortProtocol.Of(port).ToLowerInvariant())
            {
                Number = Number(port["port"]),
                Target = Number(port["targetPort"] ?? port["port"]),
                TargetName = Text(port["targetPort"]),
            }),
        ];
    }

    private static long? Number(ManifestNode? node) => node.TryGetInteger(out long number) ? number : null;

    private static string? Text(ManifestNode? node) => node.TryGetString(out string? text) ? text : null;

    /// <summary>What one is known by: two that are equal in it are said twice.</summary>
    /// <param name="Value">The value without its arrays, which are equal by their identity.</param>
    /// <param name="First">What is in one of them.</param>
    /// <param name="Second">What is in another.</param>
    private sealed record Identity(object Value, string First, string Second);
}
