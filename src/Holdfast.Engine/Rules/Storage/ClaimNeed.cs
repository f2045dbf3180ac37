using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

/// <summary>What a claim lacks that the API server does not take it without.</summary>
/// <param name="Location">Where it is said.</param>
/// <param name="Problem">What is wrong, in words that follow the claim's name.</param>
/// <param name="Advice">What to do.</param>
internal sealed record ClaimNeed(Location? Location, string Problem, Phrase Advice);
