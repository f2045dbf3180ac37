using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

/// <summary>What the API server does not take a claim without, be it an object, a template of a set, or a volume's.</summary>
internal static class ClaimNeeds
{
    /// <param name="spec">What is asked of the claim.</param>
    /// <param name="whole">Where the claim begins.</param>
    /// <returns>What is wrong, in words that follow the claim's name, and what to do.</returns>
    public static IReadOnlyList<ClaimNeed> Missing(ManifestNode? spec, Location? whole)
    {
        List<ClaimNeed>? missing = null;
        ManifestNode? modes = spec.At("accessModes");
        if (modes.IsAbsent() || modes is SequenceNode { Items.Count: 0 })
        {
            (missing ??= []).Add(new ClaimNeed(whole, "has no access mode", Phrase.Of($"set `PersistentVolumeClaimSpec.accessModes`, usually to ReadWriteOnce")));
        }
        else if (modes is SequenceNode { Items.Count: > 1 } several && several.Items.FirstOrDefault(static mode => mode.Is(ClaimView.OncePod)) is { } alone)
        {
            (missing ??= []).Add(new ClaimNeed(alone.Location ?? several.Location, $"has other access modes beside {ClaimView.OncePod}", "remove the others"));
        }

        if (spec.At("resources", "requests", "storage").IsAbsent())
        {
            (missing ??= []).Add(new ClaimNeed(whole, "requests no amount of storage", Phrase.Of($"set `PersistentVolumeClaimSpec.resources.requests.storage`")));
        }

        return missing ?? (IReadOnlyList<ClaimNeed>)[];
    }
}
