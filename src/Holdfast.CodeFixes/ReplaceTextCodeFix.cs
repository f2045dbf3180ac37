using System.Collections.Immutable;
using System.Composition;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Rules;
using Holdfast.Analyzers.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.CodeFixes;

/// <summary>
/// Puts the text that a rule suggests in the place of the one at fault: in a literal, in a part of one, or,
/// where a name was made of a member's, as the attribute's <c>Name</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceTextCodeFix))]
[Shared]
public sealed class ReplaceTextCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HF1002", "HF2001", "HF2002", "HF2003", "HF3008", "HF9008", "HF9009", "HF9015"];

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

            TextSpan span = diagnostic.Location.SourceSpan;
            SyntaxNode? at = root.FindNode(span, getInnermostNodeForTie: true);
            if (at is LiteralExpressionSyntax && at.Span != span)
            {
                RegisterInText(context, diagnostic, replacement);
                continue;
            }

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

    /// <summary>A value or a key of a patch, in quotes or not, or a name in a placeholder: a word that needs none, and no escape in C# either, takes its place.</summary>
    private static void RegisterInText(CodeFixContext context, Diagnostic diagnostic, string replacement)
    {
        if (PlainScalar.CanHold(replacement) && replacement.All(static c => c is > ' ' and <= '~' and not ('"' or '\\')))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Change to '{replacement}'",
                    async cancellationToken => context.Document.WithText(
                        (await context.Document.GetTextAsync(cancellationToken).ConfigureAwait(false))
                            .Replace(diagnostic.Location.SourceSpan, replacement)),
                    equivalenceKey: nameof(ReplaceTextCodeFix)),
                diagnostic);
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
