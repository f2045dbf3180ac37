using System.Composition;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Makes a type partial, or takes its <c>static</c> away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypeFormCodeFix))]
[Shared]
public sealed class TypeFormCodeFix() : DiagnosticCodeFix(Fixes.TypeForm)
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (Property(diagnostic, FixProperties.Modifier) is { } modifier
            && Property(diagnostic, FixProperties.TypeName) is { } name
            && root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault(type => type.Identifier.ValueText == name) is { } type

            // Another half of the type can have what is to go.
            && (modifier == FixProperties.AddPartial || type.Modifiers.Any(SyntaxKind.StaticKeyword)))
        {
            (string title, TypeDeclarationSyntax changed) = modifier == FixProperties.AddPartial
                ? ($"Make '{type.Identifier.ValueText}' partial", AddPartial(type))
                : ($"Make '{type.Identifier.ValueText}' not static", RemoveStatic(type));
            Offer(context, diagnostic, title, nameof(TypeFormCodeFix), root.ReplaceNode(type, changed));
        }

        return Task.CompletedTask;
    }

    private static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
        {
            return type.WithModifiers(type.Modifiers.Add(partial));
        }

        // The first token of the type carries the comments and the indentation before it.
        SyntaxToken keyword = type.Keyword;
        return type
            .WithKeyword(keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(keyword.LeadingTrivia)));
    }

    private static TypeDeclarationSyntax RemoveStatic(TypeDeclarationSyntax type)
    {
        SyntaxToken modifier = type.Modifiers.First(static token => token.IsKind(SyntaxKind.StaticKeyword));
        SyntaxToken @sealed = SyntaxFactory.Token(SyntaxKind.SealedKeyword).WithTriviaFrom(modifier);
        return type.WithModifiers(type.Modifiers.Replace(modifier, @sealed));
    }
}
