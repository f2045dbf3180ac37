using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Rules.Storage;
using Holdfast.Engine.Wording;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>What a claim does not go without, and what does not go together in it.</summary>
internal static class ClaimCombinations
{
    public static IEnumerable<Combination> Find(ClaimSpec claim) => Sources(claim)
        // HF3007 reports templates, where each replica's volume is at stake. What has no spec is part of a claim.
        .Concat(claim.IsTemplate || claim.Spec is null
            ? []
            : ClaimNeeds.Missing(claim.Spec, claim.Location).Select(missing => new Combination(missing.Location, $"The PersistentVolumeClaim '{claim.Name}' {missing.Problem}", missing.Advice)));

    private static IEnumerable<Combination> Sources(ClaimSpec claim)
    {
        List<Combination>? found = null;
        if (claim.Spec.At("dataSource") is MappingNode source && claim.Spec.At("dataSourceRef") is MappingNode reference)
        {
            foreach (string field in new[] { "kind", "name" })
            {
                if (source[field] is ScalarNode one && reference[field] is ScalarNode other && one.Text != other.Text)
                {
                    (found ??= []).Add(Combination.Of(other, Phrase.Of($"{new FieldText("PersistentVolumeClaimSpec.dataSource", field)} is '{one.Text}' and {new FieldText("PersistentVolumeClaimSpec.dataSourceRef", field)} is '{other.Text}'"), "remove one of the two sources"));
                }
            }
        }

        return found ?? Combination.None;
    }
}
