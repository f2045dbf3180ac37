using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What an object's parts do not go without. An empty text is another mistake, which those tell of who know the field.</summary>
internal static class NeededFields
{
    private const string Name = "name";

    private const string Key = "key";

    private const string Kind = "kind";

    private const string Type = "type";

    private static readonly ILookup<string, NeededField> ByName = new NeededField[]
    {
        new("containers.*", "A container", Name, "image"),
        new("initContainers.*", "An init container", Name, "image"),
        new("containers.*.ports.*", "A port of a container", "containerPort"),
        new("initContainers.*.ports.*", "A port of a container", "containerPort"),
        new("env.*", "An environment variable", Name),
        new("valueFrom.fieldRef", "A variable that takes its value from a field", "fieldPath"),
        new("items.*.fieldRef", "A file that takes its text from a field", "fieldPath"),
        new("resourceFieldRef", "A reference to a container's resources", "resource"),
        new("envFrom.*.configMapRef", "A reference to a ConfigMap", Name),
        new("envFrom.*.secretRef", "A reference to a Secret", Name),
        new("volumeMounts.*", "A mount", Name, "mountPath"),
        new("volumeDevices.*", "A device", Name, "devicePath"),
        new("resources.claims.*", "A resource claim of a container", Name),
        new("resizePolicy.*", "A resize policy", "resourceName", "restartPolicy"),
        new("httpGet.httpHeaders.*", "A header", Name),
        new("template.spec.volumes.*", "A volume", Name),
        new("sources.*.configMap", "A projected ConfigMap", Name),
        new("sources.*.secret", "A projected Secret", Name),
        new("downwardAPI.items.*", "A file of the downward API", "path"),
        new("sysctls.*", "A kernel parameter", Name),
        new("seccompProfile", "A seccomp profile", Type),
        new("appArmorProfile", "An AppArmor profile", Type),
        new("template.spec.os", "The operating system", Name),
        new("podAffinity.preferredDuringSchedulingIgnoredDuringExecution.*", "A preference for pods", "weight", "podAffinityTerm"),
        new("podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution.*", "A preference against pods", "weight", "podAffinityTerm"),
        new("nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution.*", "A preference for nodes", "weight"),
        new("matchExpressions.*", "An expression of a selector", Key, "operator"),
        new("matchFields.*", "An expression of a selector", Key, "operator"),
        new("topologySpreadConstraints.*", "A spread constraint", "maxSkew", "topologyKey", "whenUnsatisfiable"),
        new("readinessGates.*", "A readiness gate", "conditionType"),
        new("schedulingGates.*", "A scheduling gate", Name),
        new("hostAliases.*", "A host alias", "ip"),
        new("resourceClaims.*", "A resource claim", Name),
        new("dataSource", "A data source", Kind, Name),
        new("dataSourceRef", "A data source", Kind, Name),
        new("from.*.ipBlock", "A network of a rule", "cidr"),
        new("to.*.ipBlock", "A network of a rule", "cidr"),
        new("spec.ports.*", "A port of a Service", "port"),
        new("scaleTargetRef", "What an autoscaler scales", "apiVersion", Kind, Name),
        new("metrics.*", "A metric", Type),
        new("metrics.*.resource", "A metric of a resource", Name),
        new("metrics.*.containerResource", "A metric of a resource", Name, "container"),
        new("metrics.*.pods", "A metric of pods", "metric"),
        new("metrics.*.object", "A metric of an object", "metric", "describedObject"),
        new("metrics.*.external", "A metric", "metric"),
        new("describedObject", "The object of a metric", Kind, Name),
        new("metric", "A metric", Name),
        new("target", "What a metric aims at", Type),
        new("policies.*", "A policy of an autoscaler", Type, "value", "periodSeconds"),
    }.ToLookup(static field => field.Name, StringComparer.Ordinal);

    public static IEnumerable<Combination> Find(ObjectView view)
    {
        var found = new List<Combination>();
        if (view is not WorkloadView { IsPartial: true })
        {
            Visit(view.Node, [], found);
        }

        return found;
    }

    private static void Visit(ManifestNode node, List<string> path, List<Combination> found)
    {
        switch (node)
        {
            case MappingNode mapping:
                Check(mapping, path, found);
                foreach (MappingEntry entry in mapping.Entries)
                {
                    Step(entry.Key, entry.Value);
                }

                break;
            case SequenceNode sequence:
                foreach (ManifestNode item in sequence.Items)
                {
                    Step(NodePaths.Any, item);
                }

                break;
        }

        void Step(string step, ManifestNode below)
        {
            if (below is MappingNode or SequenceNode)
            {
                path.Add(step);
                Visit(below, path, found);
                path.RemoveAt(path.Count - 1);
            }
        }
    }

    private static void Check(MappingNode mapping, List<string> path, List<Combination> found)
    {
        if (path.FindLast(static step => step != NodePaths.Any) is not { } name)
        {
            return;
        }

        foreach (NeededField needed in ByName[name])
        {
            if (!needed.Ends(path))
            {
                continue;
            }

            // What an attribute makes lacks a field while its argument is half-typed.
            if (needed.Fields.FirstOrDefault(field => mapping[field].IsAbsent()) is { } missing && mapping.IsWritten())
            {
                found.Add(Combination.Of(mapping, $"{needed.What} has no {missing}", $"set {missing}"));
            }

            return;
        }
    }
}
