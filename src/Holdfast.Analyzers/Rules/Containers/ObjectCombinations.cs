using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What does not go together in other objects, and in a set as a whole.</summary>
internal static class ObjectCombinations
{
    public static IEnumerable<Combination> Find(StatefulSetView set)
    {
        if (set.Node.At("spec", "updateStrategy", "type").Is("OnDelete")
            && set.Node.At("spec", "updateStrategy", "rollingUpdate") is MappingNode { Entries.Count: > 0 } rolling
            && rolling["partition"] is null)
        {
            yield return Combination.Of(rolling, "Members are updated when they are deleted, and there are settings of rolling updates", "leave one of the two out");
        }
    }

    public static IEnumerable<Combination> Find(ServiceView service)
    {
        if (service.Node.At("spec", "type").Is("ExternalName") && service.Node.At("spec", "externalName") is null)
        {
            yield return Combination.Of(service.Node.At("spec", "type"), $"'{service.DisplayName}' stands for another name and does not say which", "set externalName");
        }

        if (service.Node.At("spec", "type") is null || service.Node.At("spec", "type").Is("ClusterIP"))
        {
            foreach (MappingNode port in service.Ports.Where(static port => port["nodePort"] is ScalarNode))
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
