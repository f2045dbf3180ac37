using Holdfast.Engine.Arguments;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Importing;

/// <summary>From objects that belong together to the declaration that says as much of them as attributes can; the way back of the composers.</summary>
internal static class AppImport
{
    /// <param name="group">The objects, without what the server fills in.</param>
    /// <param name="typeName">The type's name.</param>
    /// <param name="naming">The names of its members.</param>
    public static AppDeclaration Of(ImportGroup group, string typeName, MemberNaming naming)
    {
        var ports = new PortPlan(group, naming);
        var volumes = new VolumeImport(group, naming);
        MappingNode pod = group.Pod;
        ManifestNode? spec = group.Workload["spec"];
        bool isSet = group.Kind == WorkloadKind.StatefulSet;
        MappingNode own = pod["containers"].Mappings().First();
        bool isDeployment = group.Kind == WorkloadKind.Deployment;
        IEnumerable<MappingNode> services = group.Governing is { } governing && !ports.IsGovernedByOwn ? [governing, .. group.Services] : group.Services;

        ContainerDeclaration container = ContainerImport.Of(own, ContainerKind.Container, null, ports, volumes);
        container = container with
        {
            Fields = FieldValues.Join(container.Fields, FieldsOfType(group, pod)),
            Items = FieldValues.Join(container.Items, FieldValues.Take(FieldPlace.Pod, pod, "resourceClaims"), Metrics(group.Autoscaler)),
            SecurityContext = SecurityImport.OfApp(pod["securityContext"], own["securityContext"]),
            VolumeClaims = volumes.Claims,
            ExistingClaims = volumes.ExistingClaims,
            Volumes = volumes.Volumes,
            Mounts = volumes.MountsOf(own),
            ConfigMapEntries = ConfigMapImport.Entries(group.ConfigMaps).ToEquatableArray(),
        };
        var app = new AppDeclaration
        {
            Type = Shape(typeName),
            Name = Said.Of(group.Name),
            Deployment = isDeployment ? Deployment(spec) : null,
            Job = group.ServesClients ? null : JobImport.Of(group),
            Replicas = Said.Int(spec.At("replicas")),
            OrdinalStart = !isSet ? default : Said.Int(spec.At("ordinals", "start")),
            Namespace = group.Namespace is { } space ? Said.Of(space) : default,
            CreateNamespace = group.Space is null ? default : Said.Of(true),
            PodManagementPolicy = !isSet ? default : Said.OneOf(spec.At("podManagementPolicy"), "Parallel"),
            UpdateStrategy = !isSet ? default : Said.OneOf(spec.At("updateStrategy", "type"), "OnDelete"),
            UpdatePartition = !isSet ? default : Said.Int(spec.At("updateStrategy", "rollingUpdate", "partition")),
            MaxUnavailable = !isSet ? default : MaxUnavailable(spec).Number,
            MaxUnavailablePercent = !isSet ? default : MaxUnavailable(spec).Percent,
            MinReadySeconds = Said.Int(spec.At("minReadySeconds")),
            RevisionHistoryLimit = Said.Int(spec.At("revisionHistoryLimit")),
            TerminationGracePeriodSeconds = Said.Int(pod["terminationGracePeriodSeconds"]),
            ClaimRetention = ClaimRetention(spec.At("persistentVolumeClaimRetentionPolicy")),
            Pod = Pod(group, pod),
            Container = container,
            Selectors = Selectors(group),
            Allows = group.Role is { } role && RightsImport.Of(role) is { } allows ? allows.ToEquatableArray() : default,
        };
        app = !isSet ? app : Govern(app, group, ports);
        app = app with
        {
            MoreContainers = More(pod, own, naming, ports, volumes).ToEquatableArray(),
            Container = app.Container with { ClientServices = services.Select(service => ServiceImport.Client(group, service, ports, naming)).ToEquatableArray() },
        };
        app = SchedulingImport.Apply(app, pod);
        app = app with
        {
            DisruptionBudget = group.Budget is { } budget ? Budget(budget, NameOf(group, budget)) : null,
            Autoscaler = group.Autoscaler is { } autoscaler ? AutoscalerImport.Of(autoscaler, NameOf(group, autoscaler), app.Container.Items) : null,
            NetworkPolicy = group.Policy is { } policy ? PolicyImport.Of(app, policy, NameOf(group, policy)) : null,
        };
        return Metadata(RouteImport.Apply(app, group), group, services);
    }

    /// <summary>What attributes of the type say as it is, outside of its container.</summary>
    private static IEnumerable<FieldValue> FieldsOfType(ImportGroup group, MappingNode pod) =>
    [
        .. FieldValues.Take("PodSpec", FieldPlace.Pod, pod),
        .. FieldValues.Take("PodResources", FieldPlace.Pod, pod),
        .. SecurityImport.Fields(FieldPlace.OwnPod, pod),
        .. FieldValues.Take("ServiceAccount", FieldPlace.ServiceAccount, group.ServiceAccount),
        .. FieldValues.Take("Autoscaler", FieldPlace.Autoscaler, group.Autoscaler?["spec"]).Where(static value => !value.Value.Is("Disabled")),
        .. ServiceImport.Selector("HeadlessService", group, group.Governing),
    ];

    /// <summary>What is measured beside cpu time and memory, where each of the measures has an attribute.</summary>
    private static EquatableArray<ItemValue> Metrics(MappingNode? autoscaler) => FieldValues.Take(
        FieldPlace.Autoscaler,
        new MappingNode([new MappingEntry("metrics", new SequenceNode(autoscaler.At("spec", "metrics").Mappings().Where(static metric => !metric["type"].Is("Resource"))))]),
        "metrics");

    private static TypeShape Shape(string typeName) => new(
        string.Empty,
        EquatableArray<string>.Empty,
        "public sealed partial class " + typeName,
        typeName,
        typeName,
        EquatableArray<string>.Empty,
        CanGenerate: true);

    private static AppDeclaration Govern(AppDeclaration app, ImportGroup group, PortPlan ports)
    {
        string named = group.Workload.At("spec", "serviceName").TryGetString(out string? name) ? name : string.Empty;
        if (group.Governing is { } service && ports.IsGovernedByOwn)
        {
            HeadlessServiceDeclaration headless = ServiceImport.Headless(service);
            bool isOwnName = named == group.Name;
            bool saysNothing = isOwnName && !app.Container.Fields.Any(static value => value.Argument.Attribute == "HeadlessService") && headless with { Name = default } == new HeadlessServiceDeclaration(default, default, new IpFamiliesDeclaration(default, default));
            return app with { HeadlessService = saysNothing ? null : headless with { Name = isOwnName ? default : headless.Name } };
        }

        // Written elsewhere, as another kind of Service, or not at all.
        return app with { ServiceName = Said.Of(named) };
    }

    private static IEnumerable<ContainerDeclaration> More(MappingNode pod, MappingNode own, MemberNaming naming, PortPlan ports, VolumeImport volumes)
    {
        foreach (MappingNode container in pod["containers"].Mappings().Where(candidate => !ReferenceEquals(candidate, own)))
        {
            yield return One(container, ContainerKind.Container);
        }

        foreach (MappingNode container in pod["initContainers"].Mappings())
        {
            yield return One(container, container["restartPolicy"].Is("Always") ? ContainerKind.Sidecar : ContainerKind.Init);
        }

        ContainerDeclaration One(MappingNode container, ContainerKind kind)
        {
            string name = naming.Take(container["name"].TryGetString(out string? text) ? text : string.Empty, "Container").Name;
            TypeShape type = Shape(name) with { Header = "public static partial class " + name };
            return ContainerImport.Of(container, kind, type, ports, volumes) with { Mounts = volumes.MountsOf(container) };
        }
    }

    private static (Declared<int> Number, Declared<int> Percent) MaxUnavailable(ManifestNode? spec) =>
        Said.IntOrPercent(spec.At("updateStrategy", "rollingUpdate", "maxUnavailable"));

    private static DeploymentDeclaration Deployment(ManifestNode? spec)
    {
        (Declared<int> surge, Declared<int> surgePercent) = Said.IntOrPercent(spec.At("strategy", "rollingUpdate", "maxSurge"));
        (Declared<int> unavailable, Declared<int> unavailablePercent) = Said.IntOrPercent(spec.At("strategy", "rollingUpdate", "maxUnavailable"));
        return new DeploymentDeclaration
        {
            Strategy = Said.OneOf(spec.At("strategy", "type"), "Recreate"),
            MaxSurge = surge,
            MaxSurgePercent = surgePercent,
            MaxUnavailable = unavailable,
            MaxUnavailablePercent = unavailablePercent,
            ProgressDeadlineSeconds = Said.Int(spec.At("progressDeadlineSeconds")),
            Paused = Said.True(spec.At("paused")),
        };
    }

    private static ClaimRetentionDeclaration? ClaimRetention(ManifestNode? policy)
    {
        var declared = new ClaimRetentionDeclaration(Said.OneOf(policy.At("whenDeleted"), "Delete"), Said.OneOf(policy.At("whenScaled"), "Delete"));
        return declared == new ClaimRetentionDeclaration(default, default) ? null : declared;
    }

    private static PodDeclaration Pod(ImportGroup group, MappingNode pod)
    {
        var scheduling = new SchedulingDeclaration(
            Said.Text(pod["priorityClassName"]),
            Said.Text(pod["schedulerName"]),
            Said.Text(pod["runtimeClassName"]),
            Said.Text(pod["nodeName"]));
        var host = new HostNamespacesDeclaration(Said.True(pod["hostNetwork"]), Said.True(pod["hostPID"]), Said.True(pod["hostIPC"]));
        return new PodDeclaration
        {
            Scheduling = scheduling == new SchedulingDeclaration(default, default, default, default) ? null : scheduling,
            HostNamespaces = host == new HostNamespacesDeclaration(default, default, default) ? null : host,
            Dns = Dns(pod, host),
            HostAliases = pod["hostAliases"].Mappings()
                .Where(static alias => alias["ip"].TryGetString(out _))
                .Select(static alias => new HostAliasDeclaration(Said.Text(alias["ip"]), Said.Texts(alias["hostnames"])))
                .Where(static alias => alias.Hostnames.State == DeclaredState.Known)
                .ToEquatableArray(),
            ImagePullSecrets = pod["imagePullSecrets"].Mappings()
                .Select(static secret => Said.Text(secret["name"]))
                .Where(static name => name.State == DeclaredState.Known)
                .ToEquatableArray(),
            ServiceAccount = Account(group, pod),
        };
    }

    private static ServiceAccountDeclaration? Account(ImportGroup group, MappingNode pod)
    {
        var account = new ServiceAccountDeclaration(
            Said.Text(pod["serviceAccountName"]),
            group.ServiceAccount is null ? default : Said.Of(true),
            Said.Flag(pod["automountServiceAccountToken"]));
        return account == new ServiceAccountDeclaration(default, default, default) ? null : account;
    }

    /// <summary>On the host's network Holdfast would choose another policy than the server, so the one that there is is written.</summary>
    private static DnsDeclaration? Dns(MappingNode pod, HostNamespacesDeclaration host)
    {
        Declared<string> policy = Said.OneOf(pod["dnsPolicy"], "ClusterFirstWithHostNet", "Default", "None");
        bool isHost = host.Network.OrDefault(false);
        policy = (isHost, policy.OrDefault(string.Empty)) switch
        {
            (true, "ClusterFirstWithHostNet") => default,
            (true, "") => Said.Of("ClusterFirst"),
            _ => policy,
        };
        List<string> options = [];
        foreach (MappingNode option in pod.At("dnsConfig", "options").Mappings())
        {
            if (option["name"].TryGetString(out string? name))
            {
                options.Add(option["value"].TryGetString(out string? value) ? name + ":" + value : name);
            }
        }

        var declared = new DnsDeclaration(
            policy,
            Said.Texts(pod.At("dnsConfig", "nameservers")),
            Said.Texts(pod.At("dnsConfig", "searches")),
            options.Count == 0 ? default : Said.Of(options.ToEquatableArray()));
        return declared == new DnsDeclaration(default, default, default, default) ? null : declared;
    }

    /// <summary>
    /// The labels that the workload selects by, which can never be changed; none where they are the ones of Holdfast, and where an
    /// expression has to be patched in any case.
    /// </summary>
    private static EquatableArray<SelectorDeclaration> Selectors(ImportGroup group)
    {
        IReadOnlyList<KeyValuePair<string, string>> labels = Said.Entries(group.Workload.At("spec", "selector", "matchLabels")) ?? [];
        bool isOwn = labels.Count == 1
            && labels[0].Key == KubernetesLabels.Name
            && labels[0].Value == group.Name
            && group.PodLabels.At(KubernetesLabels.ManagedBy) is not null
            && group.Objects.All(static node => node.At("metadata", "labels").At(KubernetesLabels.ManagedBy) is not null);
        return isOwn ? default : labels.Select(static label => new SelectorDeclaration(Said.Of(label.Key), Said.Of(label.Value))).ToEquatableArray();
    }

    private static Declared<string> NameOf(ImportGroup group, MappingNode node) =>
        ImportGroup.NameOf(node) == group.Name ? default : Said.Of(ImportGroup.NameOf(node));

    private static DisruptionBudgetDeclaration Budget(MappingNode budget, Declared<string> name)
    {
        (Declared<int> available, Declared<int> availablePercent) = Said.IntOrPercent(budget.At("spec", "minAvailable"));
        (Declared<int> unavailable, Declared<int> unavailablePercent) = Said.IntOrPercent(budget.At("spec", "maxUnavailable"));

        // What says nothing has Kubernetes' own default, which is not the attribute's.
        Declared<string> eviction = Said.OneOf(budget.At("spec", "unhealthyPodEvictionPolicy"), "AlwaysAllow");
        return new DisruptionBudgetDeclaration(available, availablePercent, unavailable, unavailablePercent, eviction.Or("IfHealthyBudget", null)) { Name = name };
    }

    private static AppDeclaration Metadata(AppDeclaration app, ImportGroup group, IEnumerable<MappingNode> services)
    {
        var metadata = new List<(ManifestTarget, ManifestNode?)>
        {
            (ManifestTarget.Workload, group.Workload["metadata"]),
            (ManifestTarget.Pods, group.PodMetadata),
        };
        metadata.AddRange(group.ConfigMaps.Select(static map => (ManifestTarget.ConfigMaps, map["metadata"])));
        Add(ManifestTarget.ServiceAccount, group.ServiceAccount);
        Add(ManifestTarget.ServiceAccount, group.Role);
        Add(ManifestTarget.ServiceAccount, group.RoleBinding);
        metadata.AddRange(group.Ingresses.Concat(group.HttpRoutes).Select(static route => (ManifestTarget.Routes, route["metadata"])));
        metadata.AddRange(group.PodMonitors.Select(static monitor => (ManifestTarget.Monitors, monitor["metadata"])));
        Add(ManifestTarget.HeadlessService, GoverningService.Made(app) is null ? null : group.Governing);
        metadata.AddRange(services.Select(static service => (ManifestTarget.ClientServices, service["metadata"])));
        Add(ManifestTarget.DisruptionBudget, group.Budget);
        Add(ManifestTarget.NetworkPolicy, group.Policy);
        Add(ManifestTarget.Autoscaler, group.Autoscaler);
        metadata.AddRange(group.Workload.At("spec", "volumeClaimTemplates").Mappings().Select(static claim => (ManifestTarget.Claims, claim["metadata"])));
        HashSet<string> selected = [.. app.Selectors.Select(static selector => selector.Key.OrDefault(string.Empty))];

        // Without [Selector], every object has these two anyway.
        bool hasOwn = selected.Count == 0;
        return app with
        {
            Labels = MetadataImport.Of(
                metadata,
                "labels",
                (target, key) => hasOwn ? key is KubernetesLabels.Name or KubernetesLabels.ManagedBy : target == ManifestTarget.Pods && selected.Contains(key)),
            Annotations = MetadataImport.Of(metadata, "annotations", static (_, _) => false),
        };

        void Add(ManifestTarget target, MappingNode? node)
        {
            if (node is not null)
            {
                metadata.Add((target, node["metadata"]));
            }
        }
    }
}
