using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>What does not go together in objects without pods, and in the numbers of those with pods.</summary>
internal static class ObjectCombinations
{
    /// <summary>Whatever its kind.</summary>
    public static IEnumerable<Combination> Find(MappingNode node) => node.At("metadata", "ownerReferences") is not SequenceNode owners ? Combination.None : owners.Mappings()
        .Where(static owner => owner["controller"].IsTrue())
        .Skip(1)
        .Select(static owner => Combination.Of(owner["controller"], "Two owners control the object", "let one of them be the controller"));

    public static IEnumerable<Combination> Find(ServiceView service)
    {
        List<Combination>? found = null;
        if (service.Node.At("spec", "type") is null or ScalarNode { Kind: ScalarKind.Null } or ScalarNode { Text: "" or "ClusterIP" })
        {
            foreach (MappingNode port in service.Ports.Where(static port => port["nodePort"] is ScalarNode { Text: not "0", Kind: not ScalarKind.Null }))
            {
                (found ??= []).Add(Combination.Of(port["nodePort"], $"'{service.DisplayName}' has a node port and is not of a type that uses it", Phrase.Of($"set `ServiceSpec.type: NodePort` or `ServiceSpec.type: LoadBalancer`, or remove `ServicePort.nodePort`")));
            }
        }

        return found ?? Combination.None;
    }

    public static IEnumerable<Combination> Find(AutoscalerView autoscaler)
    {
        List<Combination>? found = null;
        ManifestNode? most = autoscaler.Node.At("spec", "maxReplicas");
        if (autoscaler.Node.At("spec", "minReplicas").TryGetInteger(out long min) && most.TryGetInteger(out long max) && max > 0 && max < min)
        {
            (found ??= []).Add(Combination.Of(most, $"The autoscaler has at least {min} and at most {max} replicas", Phrase.Of($"raise `HorizontalPodAutoscalerSpec.maxReplicas`, or lower `HorizontalPodAutoscalerSpec.minReplicas`")));
        }

        return found ?? Combination.None;
    }

    public static IEnumerable<Combination> Find(ConfigMapView map)
    {
        List<Combination>? found = null;
        foreach (MappingEntry entry in map.BinaryData)
        {
            if (map.Node.At("data", entry.Key) is not (null or UnknownNode))
            {
                (found ??= []).Add(new Combination(entry.KeyLocation ?? entry.Value.Location, Phrase.Of($"'{entry.Key}' is in both `ConfigMap.data` and `ConfigMap.binaryData` of '{map.DisplayName}'"), "remove one of the two"));
            }

            if (entry.Value.TryGetString(out string? text) && !Base64.IsRight(text))
            {
                (found ??= []).Add(Combination.Of(entry.Value, $"'{entry.Key}' of '{map.DisplayName}' is not base64", Phrase.Of($"encode it, or move it to `ConfigMap.data`")));
            }
        }

        return found ?? Combination.None;
    }

    public static IEnumerable<Combination> Find(NetworkPolicyView policy)
    {
        List<Combination>? found = null;
        foreach (MappingNode port in policy.Ports)
        {
            if (port["endPort"] is not { } end || end.IsAbsent())
            {
                continue;
            }

            if (port["port"].IsAbsent() || port["port"] is ScalarNode { Kind: ScalarKind.String })
            {
                (found ??= []).Add(Combination.Of(end, $"A range of ports of '{policy.DisplayName}' has an end but no first number", Phrase.Of($"set `NetworkPolicyPort.port` to a number")));
            }
            else if (port["port"].TryGetInteger(out long first) && end.TryGetInteger(out long last) && last >= KubernetesLimits.MinPort && last < first)
            {
                (found ??= []).Add(Combination.Of(end, $"A range of ports of '{policy.DisplayName}' begins at {first} and ends at {last}", "write the smaller number first"));
            }
        }

        return found ?? Combination.None;
    }
}
