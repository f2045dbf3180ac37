using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>Expressions of label selectors: In and NotIn compare with values, the others with none.</summary>
internal static class SelectorCombinations
{
    private static readonly string[] Affinities = ["podAffinity", "podAntiAffinity"];

    public static IEnumerable<Combination> Find(WorkloadView workload) => OfWorkload(workload).SelectMany(static selector => Expressions(selector)).Concat(KeysWithoutSelector(workload));

    public static IEnumerable<Combination> Find(DisruptionBudgetView budget) => Expressions(budget.Node.At("spec", "selector"));

    public static IEnumerable<Combination> Find(NetworkPolicyView policy) => policy.Others
        .SelectMany(static other => new[] { other["podSelector"], other["namespaceSelector"] })
        .Prepend(policy.Node.At("spec", "podSelector"))
        .SelectMany(Expressions);

    private static IEnumerable<ManifestNode?> OfWorkload(WorkloadView workload) => Selecting(workload)
        .SelectMany(static term => new[] { term["labelSelector"], term["namespaceSelector"] })
        .Prepend(workload.Node.At("spec", "selector"));

    /// <summary>What asks for other pods: terms of affinities, and spreads.</summary>
    private static IEnumerable<MappingNode> Selecting(WorkloadView workload) => Affinities
        .Select(kind => workload.PodSpec.At("affinity", kind))
        .SelectMany(static affinity => affinity.At("requiredDuringSchedulingIgnoredDuringExecution").Mappings()
            .Concat(affinity.At("preferredDuringSchedulingIgnoredDuringExecution").Mappings().Select(static item => item["podAffinityTerm"]).OfType<MappingNode>()))
        .Concat(workload.PodSpec.At("topologySpreadConstraints").Mappings());

    private static IEnumerable<Combination> KeysWithoutSelector(WorkloadView workload)
    {
        foreach (MappingNode term in Selecting(workload))
        {
            if (term["labelSelector"] is null && (term["matchLabelKeys"] ?? term["mismatchLabelKeys"]) is SequenceNode { Items.Count: > 0 } keys)
            {
                yield return Combination.Of(keys, "Labels are to be matched and no pods are selected", "set labelSelector");
            }
        }
    }

    public static IEnumerable<Combination> Expressions(ManifestNode? selector)
    {
        foreach (MappingNode expression in selector.At("matchExpressions").Mappings())
        {
            if (expression["values"] is UnknownNode || !expression["operator"].TryGetString(out string? comparison))
            {
                continue;
            }

            int count = (expression["values"] as SequenceNode)?.Items.Count ?? 0;
            if (comparison is "In" or "NotIn" && count == 0)
            {
                yield return Combination.Of(expression["operator"], $"A selector with the operator {comparison} has no value", "give it one or more");
            }
            else if (comparison is "Exists" or "DoesNotExist" && count > 0)
            {
                yield return Combination.Of(expression["values"], $"A selector with the operator {comparison} has a value", "leave values out");
            }
        }
    }
}
