using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What does not go together in volumes and their mounts, and what they do not go without.</summary>
internal static class VolumeCombinations
{
    /// <summary>Fields that the API server does not take a kind of volume without.</summary>
    private static readonly (string Kind, string Field)[] Needed =
    [
        ("hostPath", "path"),
        ("persistentVolumeClaim", "claimName"),
        ("configMap", "name"),
        ("secret", "secretName"),
        ("nfs", "server"),
        ("nfs", "path"),
        ("ephemeral", "volumeClaimTemplate"),
        ("csi", "driver"),
    ];

    private static readonly string[] ProjectedKinds = ["configMap", "secret", "downwardAPI", "serviceAccountToken", "clusterTrustBundle", "podCertificate"];

    public static IEnumerable<Combination> Find(WorkloadView workload) =>
        workload.Volumes.SelectMany(Volume).Concat(workload.Containers.SelectMany(container => Mounts(workload, container)));

    private static IEnumerable<Combination> Volume(MappingNode volume)
    {
        string name = volume["name"].TryGetString(out string? text) ? text : "?";
        MappingEntry[] sources = [.. volume.Entries.Where(static entry => entry.Key != "name" && entry.Value is not ScalarNode { Kind: ScalarKind.Null })];
        if (sources.Length > 1)
        {
            yield return new Combination(
                sources[1].KeyOrigin ?? sources[1].Value.Origins().FirstOrDefault() ?? volume.Origins().FirstOrDefault(),
                $"The volume '{name}' is {string.Join(" and ", sources.Select(static source => source.Key))} at once",
                "use one of them, or make them projected sources");
        }

        foreach ((string kind, string field) in Needed)
        {
            // Where nobody wrote the kind an attribute did, whose argument is half-typed.
            if (volume[kind] is MappingNode source && IsMissing(source[field]) && source.Origins().Any())
            {
                yield return Combination.Of(source[field]?.Origin is null ? source : source[field], $"The volume '{name}' has a {kind} without {field}", "set it");
            }
        }

        if (volume.At("nfs", "path").TryGetString(out string? path) && path.Length > 0 && path[0] != '/')
        {
            yield return Combination.Of(volume.At("nfs", "path"), $"The volume '{name}' has the relative path '{path}' of a server", "begin it with a slash");
        }

        IEnumerable<MappingNode> projected = volume.At("projected", "sources").Mappings();
        foreach (MappingNode source in projected)
        {
            string[] kinds = [.. ProjectedKinds.Where(kind => source[kind] is not null)];
            if (kinds.Length > 1)
            {
                yield return Combination.Of(source[kinds[1]], $"One source of the volume '{name}' is {string.Join(" and ", kinds)} at once", "make them sources of their own");
            }

            if (source["serviceAccountToken"] is MappingNode token && IsMissing(token["path"]))
            {
                yield return Combination.Of(Placed(token, volume), $"A token of the volume '{name}' has no path", "set it");
            }
        }

        foreach (MappingNode item in volume.At("downwardAPI", "items").Mappings()
            .Concat(projected.SelectMany(static source => source.At("downwardAPI", "items").Mappings())))
        {
            if (item["fieldRef"] is null == item["resourceFieldRef"] is null)
            {
                yield return Combination.Of(Placed(item, volume), $"A file of the volume '{name}' takes its text from {(item["fieldRef"] is null ? "nowhere" : "two places")}", "set one of fieldRef and resourceFieldRef");
            }
            else if (item["resourceFieldRef"] is MappingNode resource && IsMissing(resource["containerName"]))
            {
                yield return Combination.Of(Placed(resource, item), $"A file of the volume '{name}' does not say whose resources it tells of", "set containerName");
            }
        }

        foreach (MappingNode item in volume.At("configMap", "items").Mappings()
            .Concat(volume.At("secret", "items").Mappings())
            .Concat(projected.SelectMany(static source => source.At("configMap", "items").Mappings().Concat(source.At("secret", "items").Mappings()))))
        {
            if (IsMissing(item["key"]) || IsMissing(item["path"]))
            {
                yield return Combination.Of(Placed(item, volume), $"A file of the volume '{name}' has no {(IsMissing(item["key"]) ? "key" : "path")}", "set both");
            }
        }
    }

    private static IEnumerable<Combination> Mounts(WorkloadView workload, MappingNode container)
    {
        foreach (MappingNode mount in container["volumeMounts"].Mappings())
        {
            string path = mount["mountPath"].TryGetString(out string? text) ? text : "?";
            if (mount["subPath"] is ScalarNode { Text.Length: > 0 } && mount["subPathExpr"] is ScalarNode { Text.Length: > 0 } expression)
            {
                yield return Combination.Of(expression, $"The mount at '{path}' has a subPath and a subPathExpr", "use one of the two");
            }

            if (mount["mountPropagation"].Is("Bidirectional") && container["securityContext"] is not UnknownNode && container.At("securityContext", "privileged") is null or ScalarNode { Text: "false" })
            {
                yield return Combination.Of(mount["mountPropagation"], $"The mount at '{path}' is propagated to the host by a container that is not privileged", "use HostToContainer, or a privileged container");
            }

            if (mount["recursiveReadOnly"] is ScalarNode { Kind: ScalarKind.String, Text: not "Disabled" } recursive && mount["readOnly"] is null or ScalarNode { Text: "false" })
            {
                yield return Combination.Of(recursive, $"The mount at '{path}' can be written to and is recursively read-only", "set readOnly, or leave recursiveReadOnly out");
            }
        }

        foreach (MappingNode device in container["volumeDevices"].Mappings())
        {
            // A claim template of the name takes the place of a volume.
            if (device["name"].TryGetString(out string? name)
                && !workload.ClaimTemplates.Any(template => template.At("metadata", "name") is not ScalarNode known || known.Text == name)
                && workload.Volumes.FirstOrDefault(volume => volume["name"].Is(name)) is { } used
                && used["persistentVolumeClaim"] is null
                && used["ephemeral"] is null
                && used.Entries.All(static entry => entry.Value is not UnknownNode))
            {
                yield return Combination.Of(device, $"'{name}' is used as a raw device and is no claim", "mount it, or declare a claim");
            }
        }
    }

    private static ManifestNode Placed(ManifestNode node, ManifestNode around) => node.Origins().Any() ? node : around;

    private static bool IsMissing(ManifestNode? node) => node is null or ScalarNode { Text.Length: 0 } or ScalarNode { Kind: ScalarKind.Null };
}
