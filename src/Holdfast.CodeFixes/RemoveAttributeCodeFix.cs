using System.Composition;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Takes <c>[NoSpread]</c> away, so that members are spread over hosts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeCodeFix))]
[Shared]
public sealed class RemoveAttributeCodeFix() : DiagnosticCodeFix("HF5009")
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (DeclaredTypes.AttributeOf(root, diagnostic.Location, AttributeNames.NoSpread) is { } attribute)
        {
            var list = (AttributeListSyntax)attribute.Parent!;
            Offer(
                context,
                diagnostic,
                "Spread members over hosts",
                nameof(RemoveAttributeCodeFix),
                list.Attributes.Count == 1
                    ? root.RemoveNode(list, SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia)!
                    : root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute))));
        }

        return Task.CompletedTask;
    }
}
