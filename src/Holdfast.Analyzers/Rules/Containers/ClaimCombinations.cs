using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Rules.Storage;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>What a claim does not go without, and what does not go together in it.</summary>
internal static class ClaimCombinations
{
    public static IEnumerable<Combination> Find(ClaimSpec claim) => Sources(claim)
        // Of templates HF3007 tells, as there it is a matter of each member's volume. What has no spec is part of a claim.
        .Concat(claim.IsTemplate || claim.Spec is null
            ? []
            : ClaimNeeds.Missing(claim.Spec, claim.Place).Select(missing => new Combination(missing.Place, $"The claim '{claim.Name}' {missing.Problem}", missing.Advice)));

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
}
