using System.Collections.Immutable;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Manifests.Files;

/// <summary>What the reader of manifest files cannot read.</summary>
internal static class ManifestProblems
{
    public static readonly DiagnosticDescriptor Unreadable = new(
        id: "HF9030",
        title: "A manifest cannot be read",
        messageFormat: "The manifest cannot be read: {0}; {1}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9030"));

    public static readonly DiagnosticDescriptor Suppression = new(
        id: "HF9031",
        title: "A comment suppresses nothing",
        messageFormat: "'{0}' names no rule, so nothing is suppressed; write the id and why: '# holdfast:ignore HF3001 the claim is read only'",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9031"));

    /// <summary>What this reader reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Unreadable, Suppression];
}
