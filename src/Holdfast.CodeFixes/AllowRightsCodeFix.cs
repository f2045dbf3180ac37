using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Adds the rights that a library documents to the application, which may be in another file than the call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AllowRightsCodeFix))]
[Shared]
public sealed class AllowRightsCodeFix() : DiagnosticCodeFix(Fixes.AllowRights)
{
    private protected override async Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (Property(diagnostic, FixProperties.Expression) is not { } preset
            || diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } place, ..]
            || context.Document.Project.GetDocument(tree) is not { } document
            || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } declaring
            || declaring.FindNode(place.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } declaration
            || declaration.Parent is not AttributeListSyntax { Parent: TypeDeclarationSyntax type } list)
        {
            return;
        }

        string argument = $"{nameof(Holdfast)}.ClientRights.{preset}";
        AttributeSyntax attribute = SyntaxFactory.Attribute(
            AttributeSyntaxNames.Rename(declaration.Name.WithoutTrivia(), AttributeNames.Allow),
            AttributeSyntaxNames.Append(null, SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression(
                declaration.Name is SimpleNameSyntax ? argument.Substring(nameof(Holdfast).Length + 1) : argument))));
        SyntaxTriviaList indentation = [.. list.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse()];
        AttributeListSyntax added = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(indentation)
            .WithTrailingTrivia(list.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        SyntaxNode changed = declaring.ReplaceNode(type, type.InsertNodesAfter(list, [added]));
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Allow '{type.Identifier.ValueText}' what {preset} needs",
                _ => Task.FromResult(document.WithSyntaxRoot(changed).Project.Solution),
                nameof(AllowRightsCodeFix)),
            diagnostic);
    }
}
