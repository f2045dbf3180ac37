using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What a claim does not go without, and what does not go together in it.</summary>
internal static class ClaimCombinations
{
    private const string Alone = "ReadWriteOncePod";

    public static IEnumerable<Combination> Find(ClaimSpec claim) => Sources(claim)
        .Concat(SelectorCombinations.Expressions(claim.Spec.At("selector")))

        // Of templates HF3007 tells, as there it is a matter of each member's volume. What has no spec is part of a claim.
        .Concat(claim.IsTemplate || claim.Spec is null ? [] : Needs(claim));

    private static IEnumerable<Combination> Needs(ClaimSpec claim)
    {
        ManifestNode? modes = claim.Spec.At("accessModes");
        ManifestNode? storage = claim.Spec.At("resources", "requests", "storage");
        if (IsMissing(modes) || modes is SequenceNode { Items.Count: 0 })
        {
            yield return new Combination(claim.Place, $"The claim '{claim.Name}' has no access mode", "set accessModes; ReadWriteOnce is the usual one");
        }
        else if (modes is SequenceNode { Items.Count: > 1 } several && several.Items.FirstOrDefault(static mode => mode.Is(Alone)) is { } alone)
        {
            yield return Combination.Of(alone, $"The claim '{claim.Name}' has other access modes beside {Alone}", "leave the others out");
        }

        if (IsMissing(storage))
        {
            yield return new Combination(claim.Place, $"The claim '{claim.Name}' asks for no amount of storage", "set resources.requests.storage");
        }
    }

    private static IEnumerable<Combination> Sources(ClaimSpec claim)
    {
        if (claim.Spec.At("dataSource") is MappingNode source && claim.Spec.At("dataSourceRef") is MappingNode reference)
        {
            foreach (string field in new[] { "kind", "name" })
            {
                if (source[field] is ScalarNode one && reference[field] is ScalarNode other && one.Text != other.Text)
                {
                    yield return Combination.Of(other, $"The {field} of a claim's dataSource is '{one.Text}' and that of its dataSourceRef '{other.Text}'", "use one of the two");
                }
            }
        }
    }

    private static bool IsMissing(ManifestNode? node) => node is null or ScalarNode { Kind: ScalarKind.Null };
}
