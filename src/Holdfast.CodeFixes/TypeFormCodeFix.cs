using System.Collections.Immutable;
using System.Composition;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Makes a type partial, or takes its <c>static</c> away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypeFormCodeFix))]
[Shared]
public sealed class TypeFormCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HF9001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is null
                || !diagnostic.Properties.TryGetValue(FixProperties.Modifier, out string? modifier)
                || modifier is null
                || !diagnostic.Properties.TryGetValue(FixProperties.TypeName, out string? name)
                || root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault(type => type.Identifier.ValueText == name) is not { } type)
            {
                continue;
            }

            (string title, TypeDeclarationSyntax changed) = modifier == FixProperties.AddPartial
                ? ($"Make '{type.Identifier.ValueText}' partial", AddPartial(type))
                : ($"Make '{type.Identifier.ValueText}' not static", RemoveStatic(type));
            context.RegisterCodeFix(
                CodeAction.Create(
                    title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, changed))),
                    equivalenceKey: nameof(TypeFormCodeFix) + modifier),
                diagnostic);
        }
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
