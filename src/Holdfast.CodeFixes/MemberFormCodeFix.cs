using System.Composition;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Gives a declared member the form that Holdfast can implement: <c>static partial T Name { get; }</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MemberFormCodeFix))]
[Shared]
public sealed class MemberFormCodeFix() : DiagnosticCodeFix(Fixes.MemberForm)
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan) is PropertyDeclarationSyntax property
            && Property(diagnostic, FixProperties.MemberType) is { } type)
        {
            Offer(
                context,
                diagnostic,
                $"Make '{property.Identifier.ValueText}' a static partial {type}",
                nameof(MemberFormCodeFix),
                root.ReplaceNode(property, RightForm(property, type)));
        }

        return Task.CompletedTask;
    }

    private static PropertyDeclarationSyntax RightForm(PropertyDeclarationSyntax property, string type)
    {
        SyntaxTriviaList before = property.Modifiers.Count > 0 ? property.Modifiers[0].LeadingTrivia : property.Type.GetLeadingTrivia();
        SyntaxToken[] modifiers =
        [
            .. property.Modifiers
                .Where(static modifier => !modifier.IsKind(SyntaxKind.StaticKeyword) && !modifier.IsKind(SyntaxKind.PartialKeyword) && !modifier.IsKind(SyntaxKind.RequiredKeyword))
                .Select(static modifier => modifier.WithLeadingTrivia().WithTrailingTrivia(SyntaxFactory.Space)),
            SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        ];
        modifiers[0] = modifiers[0].WithLeadingTrivia(before);

        // A name that is right already may be qualified; it stays as it is written.
        TypeSyntax rightType = property.Type.ToString().EndsWith(type, StringComparison.Ordinal)
            ? property.Type.WithLeadingTrivia()
            : SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxTriviaList after = property.GetTrailingTrivia();
        AccessorDeclarationSyntax get = SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.Space));
        AccessorListSyntax accessors = SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(get))
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(after));
        return property
            .WithModifiers(SyntaxFactory.TokenList(modifiers))
            .WithType(rightType)
            .WithIdentifier(property.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithAccessorList(accessors)
            .WithExpressionBody(null)
            .WithInitializer(null)
            .WithSemicolonToken(default);
    }
}
