using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Constraints;

/// <summary>A constraint that an object does not keep.</summary>
/// <param name="Id">The rule that reports it.</param>
/// <param name="Object">The object.</param>
/// <param name="Location">Where it is reported; null where it has no place.</param>
/// <param name="Problem">What is wrong, the beginning of a sentence.</param>
/// <param name="Consequence">What happens, in words that follow "so".</param>
/// <param name="Advice">What to do, the end of the sentence.</param>
internal sealed record ConstraintFinding(string Id, MappingNode Object, Location? Location, Phrase Problem, string Consequence, Phrase Advice)
{
    /// <summary>The constraint that is not kept; null for fields and types that the field table does not have.</summary>
    public Constraint? Constraint { get; init; }

    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>What was meant, for the fix; null where that is not known.</summary>
    public string? Replacement { get; init; }
}
