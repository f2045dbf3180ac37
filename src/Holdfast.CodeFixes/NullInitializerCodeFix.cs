using System.Composition;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.CodeFixes;

/// <summary>Makes the list, dictionary or object to which an initializer adds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NullInitializerCodeFix))]
[Shared]
public sealed class NullInitializerCodeFix() : DiagnosticCodeFix(Fixes.MakeProperty)
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (Property(diagnostic, FixProperties.Replacement) is { } creation
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Right: InitializerExpressionSyntax initializer })
        {
            Offer(context, diagnostic, $"Write '{creation}{{ … }}'", nameof(NullInitializerCodeFix), new TextChange(new TextSpan(initializer.SpanStart, 0), creation));
        }

        return Task.CompletedTask;
    }
}
