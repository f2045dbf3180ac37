using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>
/// Puts the field in the place of the annotation that Kubernetes no longer looks at: the headless Service lists replicas that
/// are not ready unless it is told not to. For a Service of clients that would be no fix.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadyAnnotationCodeFix))]
[Shared]
public sealed class ReadyAnnotationCodeFix() : DiagnosticCodeFix(Fixes.SetReadyField)
{
    private const string Field = "PublishNotReadyAddresses";

    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (DiagnosticSyntax.At(root, diagnostic.Location) is { } annotation
            && AttributeSyntaxNames.Is(annotation, AttributeNames.Annotation)
            && DiagnosticSyntax.AttributeOf(root, diagnostic.Location, AttributeNames.HeadlessService) is { } headless
            && AttributeSyntaxNames.Find(headless, Field) is { Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression } argument)
        {
            SyntaxNode tracked = root.TrackNodes(annotation, headless);
            SyntaxNode listed = tracked.ReplaceNode(
                tracked.GetCurrentNode(headless)!,
                headless.WithArgumentList(AttributeSyntaxNames.Remove(headless.ArgumentList!, argument)));
            Offer(
                context,
                diagnostic,
                "List replicas that are not ready",
                nameof(ReadyAnnotationCodeFix),
                AttributeSyntaxNames.RemoveFrom(listed, listed.GetCurrentNode(annotation)!));
        }

        return Task.CompletedTask;
    }
}
