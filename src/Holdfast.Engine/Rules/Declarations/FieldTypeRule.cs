using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Declarations;

internal static partial class RuleDescriptors
{
    /// <summary>The reader of patches reports it too, where a value of the wrong shape cannot be merged.</summary>
    public static readonly DiagnosticDescriptor FieldTypeRule = ReadingProblems.PatchValue;
}

/// <summary>HF9010: a value of another type than its field has.</summary>
internal sealed class FieldTypeRule() : ConstraintRule(RuleDescriptors.FieldTypeRule);
