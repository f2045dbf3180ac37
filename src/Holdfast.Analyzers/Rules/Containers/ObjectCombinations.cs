using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What does not go together in other objects, and in a set as a whole.</summary>
internal static class ObjectCombinations
{
    public static IEnumerable<Combination> Find(StatefulSetView set)
    {
        if (set.Node.At("spec", "updateStrategy", "type").Is("OnDelete")
            && set.Node.At("spec", "updateStrategy", "rollingUpdate") is MappingNode rolling
            && rolling["partition"] is null)
        {
            yield return Combination.Of(rolling, "Members are updated when they are deleted, and there are settings of rolling updates", "leave one of the two out");
        }
    }

    public static IEnumerable<Combination> Find(ConfigMapView map)
    {
        foreach (MappingEntry entry in map.BinaryData)
        {
            if (map.Node.At("data", entry.Key) is not null)
            {
                yield return new Combination(entry.KeyOrigin ?? entry.Value.Origin, $"'{entry.Key}' is in data and in binaryData of '{map.DisplayName}'", "leave one of the two out");
            }

            if (entry.Value.TryGetString(out string? text) && !Base64.IsRight(text))
            {
                yield return Combination.Of(entry.Value, $"'{entry.Key}' of '{map.DisplayName}' is no base64", "encode it, or make it an entry of data");
            }
        }
    }

    public static IEnumerable<Combination> Find(NetworkPolicyView policy)
    {
        foreach (MappingNode other in policy.Others)
        {
            if (other.Entries.Count == 0)
            {
                yield return Combination.Of(other.Origins().Any() ? other : policy.Name, $"A rule of '{policy.DisplayName}' names nobody", "name pods, namespaces or a network, or leave from or to out for everybody");
            }
            else if (other["ipBlock"] is not null && (other["podSelector"] ?? other["namespaceSelector"]) is { } pods)
            {
                yield return Combination.Of(pods, $"One part of a rule of '{policy.DisplayName}' names a network and pods", "make them parts of their own");
            }
        }

        foreach (MappingNode port in policy.Ports)
        {
            if (port["endPort"] is not { } end)
            {
                continue;
            }

            if (port["port"] is null or ScalarNode { Kind: ScalarKind.String })
            {
                yield return Combination.Of(end, $"A range of ports of '{policy.DisplayName}' has an end and no number to begin with", "begin with a number");
            }
            else if (port["port"].TryGetInteger(out long first) && end.TryGetInteger(out long last) && last < first)
            {
                yield return Combination.Of(end, $"A range of ports of '{policy.DisplayName}' begins at {first} and ends at {last}", "write the smaller number first");
            }
        }
    }

    public static IEnumerable<Combination> Find(ServiceView service)
    {
        if (service.Node.At("spec", "type").Is("ExternalName") && service.Node.At("spec", "externalName") is null)
        {
            yield return Combination.Of(service.Node.At("spec", "type"), $"'{service.DisplayName}' stands for another name and does not say which", "set externalName");
        }

        if (service.Node.At("spec", "type").Is("ExternalName") && service.Node.At("spec", "clusterIP") is ScalarNode { Text: not ("" or "None"), Kind: ScalarKind.String } address)
        {
            yield return Combination.Of(address, $"'{service.DisplayName}' stands for another name and has an address", "leave one of the two out");
        }

        if (service.Node.At("spec", "type") is null || service.Node.At("spec", "type").Is("ClusterIP"))
        {
            foreach (MappingNode port in service.Ports.Where(static port => port["nodePort"] is ScalarNode { Text: not "0", Kind: not ScalarKind.Null }))
            {
                yield return Combination.Of(port["nodePort"], $"'{service.DisplayName}' has a port of the nodes and gets no traffic through them", "set Type to NodePort or LoadBalancer, or leave NodePort out");
            }
        }
    }

    public static IEnumerable<Combination> Find(DisruptionBudgetView budget)
    {
        if (budget is { MinAvailable: not (null or UnknownNode), MaxUnavailable: not (null or UnknownNode) })
        {
            yield return Combination.Of(budget.MaxUnavailable, $"The disruption budget '{budget.DisplayName}' says how many must stay and how many may be away", "use one of the two");
        }
    }
}
