using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Planning;
using Holdfast.Tool.Planning;

namespace Holdfast.Tool.Cluster;

/// <summary>The objects of a cluster that manifests would change, and what it holds of StatefulSets beside them.</summary>
/// <param name="reader">Reads the cluster.</param>
internal sealed class ClusterObjects(ClusterReader reader)
{
    /// <summary>The kinds of an API version, each with its plural and whether it is in namespaces.</summary>
    private readonly Dictionary<string, Dictionary<string, (string Plural, bool IsNamespaced)>> _kinds = new(StringComparer.Ordinal);

    /// <summary>The objects that have the names of those of a release. What else the cluster has, no manifest says, so nothing is removed.</summary>
    public PlanSide Read(PlanSide after) => new(
        $"the cluster of {reader.Context}",
        [.. after.Units.Select(unit => (unit.Folder, unit.Objects.Select(Find).OfType<MappingNode>().ToImmutableArray()))])
    {
        IsOpen = true,
    };

    /// <summary>Pods, claims and StorageClasses of a set; null where the cluster has no such set.</summary>
    public SetFacts? FactsOf(ObjectChange change)
    {
        if (change.Before is not { } set || SetDeclaration.Read(new StatefulSetView(set), out _) is not { } info)
        {
            return null;
        }

        string space = change.Before.At("metadata", "namespace").TryGetString(out string? own) ? own : reader.Namespace;
        var replicas = new Dictionary<int, ReplicaCondition>();
        foreach (Pod pod in info.Pods)
        {
            if (ConditionOf(reader.Get($"/api/v1/namespaces/{space}/pods/{pod.Name}"), set) is var condition and not ReplicaCondition.Ready)
            {
                replicas.Add(pod.Ordinal, condition);
            }
        }

        string[] claims = info.ClaimTemplates.Count == 0 ? [] : [.. Names(reader.Get($"/api/v1/namespaces/{space}/persistentvolumeclaims{Selector(set)}"))];
        HashSet<string> current = [.. info.Pods.SelectMany(pod => info.ClaimTemplates.Select(template => $"{template}-{pod.Name}"))];
        return new SetFacts(replicas, [.. claims.Where(claim => !current.Contains(claim) && IsOf(claim, info))])
        {
            IsUpdating = set.At("status", "currentRevision") is ScalarNode old && set.At("status", "updateRevision") is ScalarNode update && old.Text != update.Text,
            StorageClasses = ClaimGrowth.Of(change).IsEmpty ? null : [.. (reader.TryGet("/apis/storage.k8s.io/v1/storageclasses")?["items"]).Mappings().Select(static node => Named(node, "StorageClass"))],
        };
    }

    private MappingNode? Find(MappingNode node)
    {
        string version = ObjectView.ApiVersionOf(node);
        if (!node.At("metadata", "name").TryGetString(out string? name) || !KindsOf(version).TryGetValue(ObjectView.KindOf(node), out (string Plural, bool IsNamespaced) kind))
        {
            return null;
        }

        string space = node.At("metadata", "namespace").TryGetString(out string? own) ? own : reader.Namespace;
        return reader.Get($"{RootOf(version)}/{(kind.IsNamespaced ? $"namespaces/{space}/" : string.Empty)}{kind.Plural}/{name}");
    }

    private Dictionary<string, (string Plural, bool IsNamespaced)> KindsOf(string version)
    {
        if (!_kinds.TryGetValue(version, out Dictionary<string, (string, bool)>? kinds))
        {
            kinds = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
            foreach (MappingNode resource in (reader.Get(RootOf(version))?["resources"]).Mappings())
            {
                // A name with a slash is a part of another resource, such as its status.
                if (resource["kind"].TryGetString(out string? kind) && resource["name"].TryGetString(out string? plural) && !plural.Contains('/', StringComparison.Ordinal))
                {
                    kinds[kind] = (plural, resource["namespaced"].IsTrue());
                }
            }

            _kinds.Add(version, kinds);
        }

        return kinds;
    }

    private static string RootOf(string version) => version.Contains('/', StringComparison.Ordinal) ? "/apis/" + version : "/api/" + version;

    private static ReplicaCondition ConditionOf(MappingNode? pod, MappingNode set) => pod switch
    {
        null => ReplicaCondition.Missing,
        _ when !pod.At("metadata", "ownerReferences").Mappings().Any(owner => owner["uid"] is ScalarNode uid && uid.Equals(set.At("metadata", "uid"))) => ReplicaCondition.NameTaken,
        _ when pod.At("metadata", "deletionTimestamp") is ScalarNode => ReplicaCondition.Terminating,
        _ when pod.At("status", "phase").Is("Failed") || pod.At("status", "phase").Is("Succeeded") => ReplicaCondition.Failed,
        _ when pod.At("status", "conditions").Mappings().Any(static condition => condition["type"].Is("Ready") && condition["status"].Is("True")) => ReplicaCondition.Ready,
        _ => ReplicaCondition.Unready,
    };

    private static IEnumerable<string> Names(MappingNode? list) => (list?["items"]).Mappings()
        .Select(static item => item.At("metadata", "name").TryGetString(out string? name) ? name : null)
        .OfType<string>();

    private static bool IsOf(string claim, StatefulSetInfo set) => set.ClaimTemplates
        .Select(template => $"{template}-{set.Name}-")
        .Any(stem => claim.StartsWith(stem, StringComparison.Ordinal) && int.TryParse(claim.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    /// <summary>The claims of a set carry the labels that it selects by (1.36.3), so not all claims of the namespace are read.</summary>
    private static string Selector(MappingNode set)
    {
        string[] labels =
        [
            .. (set.At("spec", "selector", "matchLabels") as MappingNode)?.Entries.ToArray()
                .Where(static entry => entry.Value is ScalarNode)
                .Select(static entry => entry.Key + "=" + ((ScalarNode)entry.Value).Text) ?? [],
        ];
        return labels.Length == 0 ? string.Empty : "?labelSelector=" + Uri.EscapeDataString(string.Join(',', labels));
    }

    /// <summary>Items of a list say no kind; the list does.</summary>
    private static MappingNode Named(MappingNode item, string kind) => item["kind"] is null ? item.With(item.Entries.Append(new MappingEntry("kind", ScalarNode.String(kind)))) : item;
}
