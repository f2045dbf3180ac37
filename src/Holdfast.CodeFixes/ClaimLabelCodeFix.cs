using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Takes claims out of what a label is put on, and the label away where it is on nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClaimLabelCodeFix))]
[Shared]
public sealed class ClaimLabelCodeFix() : DiagnosticCodeFix(Fixes.RemoveClaimLabel)
{
    private const string Claims = "Claims";

    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (DiagnosticSyntax.At(root, diagnostic.Location) is { } attribute
            && AttributeSyntaxNames.Is(attribute, AttributeNames.Label)
            && AttributeSyntaxNames.Find(attribute, "On") is { } argument)
        {
            ExpressionSyntax[] targets = [.. Targets(argument.Expression)];
            ExpressionSyntax[] left = [.. targets.Where(static target => !IsClaims(target))];
            if (targets.Length > left.Length && targets.All(static target => target is MemberAccessExpressionSyntax or IdentifierNameSyntax))
            {
                Offer(
                    context,
                    diagnostic,
                    left.Length == 0 ? "Remove the label" : "Leave claims without the label",
                    nameof(ClaimLabelCodeFix),
                    left.Length == 0
                        ? AttributeSyntaxNames.RemoveFrom(root, attribute)
                        : root.ReplaceNode(argument.Expression, Together(left).WithTriviaFrom(argument.Expression)));
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<ExpressionSyntax> Targets(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } either => Targets(either.Left).Concat(Targets(either.Right)),
        ParenthesizedExpressionSyntax inner => Targets(inner.Expression),
        _ => [expression],
    };

    private static bool IsClaims(ExpressionSyntax target) => target is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Claims } or IdentifierNameSyntax { Identifier.ValueText: Claims };

    private static ExpressionSyntax Together(ExpressionSyntax[] targets)
    {
        ExpressionSyntax all = targets[0].WithoutTrivia();
        foreach (ExpressionSyntax target in targets.Skip(1))
        {
            all = SyntaxFactory.BinaryExpression(
                SyntaxKind.BitwiseOrExpression,
                all.WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.BarToken).WithTrailingTrivia(SyntaxFactory.Space),
                target.WithoutTrivia());
        }

        return all;
    }
}
