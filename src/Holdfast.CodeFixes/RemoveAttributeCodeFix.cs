using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Holdfast.CodeFixes;

/// <summary>Takes <c>[NoSpread]</c> away, so that replicas are spread over hosts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeCodeFix))]
[Shared]
public sealed class RemoveAttributeCodeFix() : DiagnosticCodeFix(Fixes.RemoveNoSpread)
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (DiagnosticSyntax.AttributeOf(root, diagnostic.Location, AttributeNames.NoSpread) is { } attribute)
        {
            Offer(context, diagnostic, "Spread replicas over hosts", nameof(RemoveAttributeCodeFix), AttributeSyntaxNames.RemoveFrom(root, attribute));
        }

        return Task.CompletedTask;
    }
}
