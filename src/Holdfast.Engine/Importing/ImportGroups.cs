using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.References;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Importing;

/// <summary>Which objects belong together: by the governing Service, selectors, the target of scaling, and names.</summary>
internal static class ImportGroups
{
    private const string ServiceAccount = "ServiceAccount";

    /// <summary>One group for each workload that a type can declare, in their order.</summary>
    /// <param name="objects">All objects, cleaned.</param>
    public static IReadOnlyList<ImportGroup> Of(IReadOnlyList<MappingNode> objects)
    {
        List<ImportGroup> groups = [.. objects.Where(IsWorkload).Select(static workload => new ImportGroup(workload))];
        HashSet<MappingNode> taken = [];
        ILookup<string, MappingNode> byKind = objects.ToLookup(static node => ObjectView.ApiVersionOf(node) + " " + ObjectView.KindOf(node), StringComparer.Ordinal);
        foreach (ImportGroup group in groups.Where(static group => group.Kind == WorkloadKind.StatefulSet))
        {
            group.Governing = First(ServiceView.ApiVersion, ServiceView.Kind, group, service =>
                group.Workload.At("spec", "serviceName").Is(ImportGroup.NameOf(service)) && Selects(service, group) && service.At("spec", "clusterIP").Is("None"));
        }

        foreach (ImportGroup group in groups)
        {
            group.Policy = First(NetworkPolicyView.ApiVersion, NetworkPolicyView.Kind, group, policy => Selects(policy.At("spec", "podSelector"), group));
            group.ServiceAccount = First("v1", ServiceAccount, group, account => group.Pod["serviceAccountName"].Is(ImportGroup.NameOf(account)) || group.Pod["serviceAccount"].Is(ImportGroup.NameOf(account)));
            if (First(RoleComposer.ApiVersion, RoleComposer.BindingKind, group, binding => RightsImport.Binds(binding, group)) is { } bound)
            {
                group.Role = First(RoleComposer.ApiVersion, RoleComposer.Kind, group, role => ImportGroup.NameOf(role) == group.Name && RightsImport.Of(role) is not null);
                group.RoleBinding = group.Role is null ? null : bound;
            }

            HashSet<string> names = [.. ConfigMapNames(group.Pod)];
            group.ConfigMaps.AddRange(All(ConfigMapView.ApiVersion, ConfigMapView.Kind, group, map => names.Contains(ImportGroup.NameOf(map)) && map["data"] is MappingNode { Entries.Count: > 0 }));
            if (!group.ServesClients)
            {
                continue;
            }

            group.Services.AddRange(All(ServiceView.ApiVersion, ServiceView.Kind, group, service => Selects(service, group)));
            group.Budget = First(DisruptionBudgetView.ApiVersion, DisruptionBudgetView.Kind, group, budget => Selects(budget.At("spec", "selector"), group));
            group.Autoscaler = First(AutoscalerView.ApiVersion, AutoscalerView.Kind, group, autoscaler =>
                autoscaler.At("spec", "scaleTargetRef", "name").Is(group.Name) && autoscaler.At("spec", "scaleTargetRef", "kind").Is(group.Kind.ToString()));
            group.Ingresses.AddRange(All(IngressComposer.ApiVersion, IngressComposer.Kind, group, ingress => AreOf(group, ObjectReference.BackendsOf(ingress))));
            group.HttpRoutes.AddRange(All(HttpRouteComposer.ApiVersion, HttpRouteComposer.Kind, group, route => AreOf(group, route.At("spec", "rules").Mappings().SelectMany(static rule => rule["backendRefs"].Mappings()))));
            group.PodMonitors.AddRange(All(MonitorComposer.ApiVersion, MonitorComposer.PodMonitor, group, monitor => Selects(monitor.At("spec", "selector"), group)));

            // One without a profile would get one from its type.
            group.Space = byKind["v1 " + NamespaceComposer.Kind].FirstOrDefault(space => !taken.Contains(space)
                && ImportGroup.NameOf(space) == group.Namespace
                && space.At("metadata", "labels", NamespaceComposer.Enforce) is not null);
            if (group.Space is not null)
            {
                taken.Add(group.Space);
            }
        }

        return groups;

        MappingNode? First(string version, string kind, ImportGroup group, Func<MappingNode, bool> belongs)
        {
            MappingNode? found = byKind[version + " " + kind].FirstOrDefault(node => IsFree(node, group) && belongs(node));
            if (found is not null)
            {
                taken.Add(found);
            }

            return found;
        }

        IEnumerable<MappingNode> All(string version, string kind, ImportGroup group, Func<MappingNode, bool> belongs)
        {
            MappingNode[] found = [.. byKind[version + " " + kind].Where(node => IsFree(node, group) && belongs(node))];
            taken.UnionWith(found);

            // A second object of one name is another version of the same.
            return found.GroupBy(ImportGroup.NameOf, StringComparer.Ordinal).Select(static same => same.First());
        }

        bool IsFree(MappingNode node, ImportGroup group) =>
            !taken.Contains(node) && ImportGroup.NameOf(node).Length > 0 && ImportGroup.NamespaceOf(node) == group.Namespace;
    }

    /// <summary>Names of ConfigMaps that a pod's volumes and variables refer to.</summary>
    public static IEnumerable<string> ConfigMapNames(ManifestNode pod) => pod switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(static entry =>
            entry.Key is "configMap" or "configMapRef" or "configMapKeyRef" && entry.Value.At("name").TryGetString(out string? name)
                ? [name]
                : ConfigMapNames(entry.Value)),
        SequenceNode sequence => sequence.Items.SelectMany(ConfigMapNames),
        _ => [],
    };

    /// <summary>A Job that a CronJob has made is a part of that one.</summary>
    private static bool IsWorkload(MappingNode node) =>
        ImportGroup.KindOf(node) is { } kind
        && ImportGroup.NameOf(node).Length > 0
        && new ImportGroup(node).Pod["containers"].Mappings().Any()
        && !(kind == WorkloadKind.Job && node.At("metadata", "ownerReferences").Mappings().Any(static owner => owner["kind"].Is(JobView.CronJob)));

    /// <summary>Whether there are targets, and all of them are Services of the group.</summary>
    private static bool AreOf(ImportGroup group, IEnumerable<MappingNode> targets)
    {
        MappingNode[] all = [.. targets];
        return all.Length > 0 && all.All(target => group.Services.Exists(service => target["name"].Is(ImportGroup.NameOf(service))));
    }

    private static bool Selects(MappingNode service, ImportGroup group) =>
        service.At("spec", "selector") is MappingNode { Entries.Count: > 0 } selector
        && selector.Entries.All(label => label.Value is ScalarNode && label.Value.Equals(group.PodLabels.At(label.Key)));

    /// <summary>An empty selector is for all pods of a namespace, and so for none of the types.</summary>
    private static bool Selects(ManifestNode? selector, ImportGroup group) =>
        selector is MappingNode { Entries.Count: > 0 } && LabelSelector.Selects(selector, group.PodLabels) == true;
}
