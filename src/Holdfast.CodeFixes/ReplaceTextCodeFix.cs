using System.Collections.Immutable;
using System.Composition;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>
/// Puts the text that a rule suggests in the place of the one at fault: in a literal, or, where a name was made of a
/// member's, as the attribute's <c>Name</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceTextCodeFix))]
[Shared]
public sealed class ReplaceTextCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HF1002", "HF2001", "HF2002", "HF2003", "HF3008"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is null
                || !diagnostic.Properties.TryGetValue(FixProperties.Replacement, out string? replacement)
                || replacement is null)
            {
                continue;
            }

            SyntaxNode? at = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            SyntaxNode? changed = at switch
            {
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) =>
                    root.ReplaceNode(literal, StringLiteral(replacement).WithTriviaFrom(literal)),
                PropertyDeclarationSyntax property when NamedAttribute(property) is { } attribute =>
                    root.ReplaceNode(attribute, WithName(attribute, replacement)),
                _ => null,
            };
            if (changed is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Change to '{replacement}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                        equivalenceKey: nameof(ReplaceTextCodeFix)),
                    diagnostic);
            }
        }
    }

    private static LiteralExpressionSyntax StringLiteral(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    /// <summary>The attribute that declares the member, where its name was not given yet.</summary>
    private static AttributeSyntax? NamedAttribute(PropertyDeclarationSyntax property) => property.AttributeLists
        .SelectMany(static list => list.Attributes)
        .FirstOrDefault(static attribute => AttributeSyntaxNames.Is(attribute, AttributeNames.Port, AttributeNames.VolumeClaim, AttributeNames.ExistingClaim, AttributeNames.ClientService)
            && attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name") != true);

    private static AttributeSyntax WithName(AttributeSyntax attribute, string name)
    {
        AttributeArgumentSyntax argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("Name").WithTrailingTrivia(SyntaxFactory.Space))
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            StringLiteral(name));
        return attribute.WithArgumentList(AttributeSyntaxNames.Append(attribute.ArgumentList, argument));
    }
}
