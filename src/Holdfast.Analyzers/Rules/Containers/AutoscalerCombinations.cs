using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What does not go together in an autoscaler.</summary>
internal static class AutoscalerCombinations
{
    /// <summary>The field that says more of each type of metric.</summary>
    private static readonly (string Type, string Field)[] Metrics =
    [
        ("Resource", "resource"),
        ("ContainerResource", "containerResource"),
        ("Pods", "pods"),
        ("Object", "object"),
        ("External", "external"),
    ];

    private static readonly string[] Amounts = ["averageUtilization", "averageValue", "value"];

    public static IEnumerable<Combination> Find(AutoscalerView autoscaler)
    {
        ManifestNode? version = autoscaler.Node.At("spec", "scaleTargetRef", "apiVersion");
        if (version.Is("v1") && !autoscaler.Node.At("spec", "scaleTargetRef", "kind").Is("ReplicationController"))
        {
            yield return Combination.Of(version, $"What '{autoscaler.DisplayName}' scales has an API version without a group", "write 'apps/v1'");
        }

        if (autoscaler.Node.At("spec", "scaleTargetRef") is MappingNode scaled && scaled.IsWritten() && autoscaler.MaxReplicas.IsAbsent())
        {
            yield return Combination.Of(scaled, $"'{autoscaler.DisplayName}' has no largest number of pods", "set maxReplicas");
        }

        foreach (Combination found in autoscaler.Node.At("spec", "metrics").Mappings().SelectMany(metric => Metric(autoscaler, metric)))
        {
            yield return found;
        }

        foreach (string direction in new[] { "scaleUp", "scaleDown" })
        {
            ManifestNode? rules = autoscaler.Node.At("spec", "behavior", direction);
            if (rules.At("policies") is SequenceNode { Items.Count: 0 } policies)
            {
                yield return Combination.Of(policies.Origins().Any() ? policies : rules, $"'{autoscaler.DisplayName}' has an empty list of policies for {direction}", "give it one, or leave the list out");
            }
        }
    }

    private static IEnumerable<Combination> Metric(AutoscalerView autoscaler, MappingNode metric)
    {
        if (!metric["type"].TryGetString(out string? type) || Metrics.FirstOrDefault(known => known.Type == type).Field is not { } field)
        {
            yield break;
        }

        if (metric[field] is null)
        {
            yield return Combination.Of(metric["type"], $"'{autoscaler.DisplayName}' measures by {type} and does not say what", $"set {field}");
            yield break;
        }

        foreach ((string _, string other) in Metrics.Where(known => known.Field != field && metric[known.Field] is MappingNode))
        {
            yield return Combination.Of(metric[other], $"'{autoscaler.DisplayName}' measures by {type} and has {other} as well", "make it a metric of its own");
        }

        ManifestNode? target = metric.At(field, "target");
        if (target is UnknownNode || metric[field] is UnknownNode)
        {
            yield break;
        }

        string[] given = [.. Amounts.Where(amount => !target.At(amount).IsAbsent())];
        if (given.Length != 1)
        {
            yield return Combination.Of(
                given.Length > 1 ? target.At(given[1]) : target is not null && target.Origins().Any() ? target : metric["type"],
                $"'{autoscaler.DisplayName}' measures by {type} with {(given.Length == 0 ? "no amount" : "several amounts")} to aim at",
                $"set {string.Join(" or ", AmountsOf(type))}");
        }
        else if (!AmountsOf(type).Contains(given[0]))
        {
            yield return Combination.Of(target.At(given[0]), $"'{autoscaler.DisplayName}' measures by {type} and aims at a {given[0]}", $"set {string.Join(" or ", AmountsOf(type))}");
        }
    }

    /// <summary>What a metric of each type can aim at.</summary>
    private static string[] AmountsOf(string type) => type switch
    {
        "Pods" => ["averageValue"],
        "Object" or "External" => ["averageValue", "value"],
        _ => ["averageUtilization", "averageValue"],
    };
}
