using System.Composition;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Moves an argument of <c>[StatefulApp]</c> and the like to the attribute that it belongs to; nothing where the type has that attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveArgumentCodeFix))]
[Shared]
public sealed class MoveArgumentCodeFix() : DiagnosticCodeFix(Fixes.MoveArgument)
{
    private const string Suffix = "Attribute";

    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (Property(diagnostic, FixProperties.Expression) is { } expression
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax declaration } arguments } argument
            && declaration.Parent is AttributeListSyntax { Parent: TypeDeclarationSyntax type } list
            && Parse(expression) is { } parsed
            && parsed.Name.ToString() is var name
            && !type.AttributeLists.SelectMany(static other => other.Attributes).Any(other => AttributeSyntaxNames.Is(other, name + Suffix)))
        {
            AttributeSyntax added = parsed.WithName(AttributeSyntaxNames.Rename(declaration.Name.WithoutTrivia(), name + Suffix));
            AttributeListSyntax without = list.ReplaceNode(declaration, declaration.WithArgumentList(AttributeSyntaxNames.Remove(arguments, argument)));
            SyntaxTriviaList indentation = [.. list.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse()];
            AttributeListSyntax next = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(added))
                .WithLeadingTrivia(indentation)
                .WithTrailingTrivia(list.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
            Offer(context, diagnostic, $"Write [{expression}]", nameof(MoveArgumentCodeFix), root.ReplaceNode(list, [without, next]));
        }

        return Task.CompletedTask;
    }

    private static AttributeSyntax? Parse(string expression) =>
        SyntaxFactory.ParseCompilationUnit($"[{expression}] class C;").Members is [TypeDeclarationSyntax { AttributeLists: [{ Attributes: [var attribute] }] }] ? attribute : null;
}
