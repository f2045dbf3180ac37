using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>Fields that the API server does not accept together, or one of them without another.</summary>
/// <param name="Location">Where it is said.</param>
/// <param name="Problem">What is wrong, the first half of a sentence.</param>
/// <param name="Advice">What to do.</param>
internal sealed record Combination(Location? Location, Phrase Problem, Phrase Advice)
{
    /// <summary>What nearly all objects have; no list is made for it.</summary>
    public static IEnumerable<Combination> None { get; } = [];

    public static Combination Of(ManifestNode? place, Phrase problem, Phrase advice) => new(place?.Locations().FirstOrDefault(), problem, advice);
}
