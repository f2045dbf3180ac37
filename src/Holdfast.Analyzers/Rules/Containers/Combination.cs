using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>Fields that the API server does not take together, or one of them without another.</summary>
/// <param name="Place">Where it is said.</param>
/// <param name="Problem">What is wrong, the first half of a sentence.</param>
/// <param name="Advice">What to do.</param>
internal readonly record struct Combination(Location? Place, string Problem, string Advice)
{
    public static Combination Of(ManifestNode? place, string problem, string advice) => new(place?.Origins().FirstOrDefault(), problem, advice);
}
