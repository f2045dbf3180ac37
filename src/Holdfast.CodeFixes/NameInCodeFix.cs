using System.Composition;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.CodeFixes;

/// <summary>
/// Puts the generated member in the place of a name that code writes out; where the place allows constants only, or no
/// member says the same, the right text.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameInCodeFix))]
[Shared]
public sealed class NameInCodeFix() : DiagnosticCodeFix(Fixes.NameInCode, Fixes.NameOfList, Fixes.NameOfParsed, Fixes.NameOfExpression)
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        // A member says a whole list, whatever is around the names in it.
        TextSpan? whole = FixCatalog.Offers(diagnostic, Fixes.NameOfList) ? diagnostic.AdditionalLocations.FirstOrDefault()?.SourceSpan
            : FixCatalog.Offers(diagnostic, Fixes.NameOfParsed) ? Parsing(root, diagnostic.Location.SourceSpan)
            : FixCatalog.Offers(diagnostic, Fixes.NameOfExpression) ? diagnostic.Location.SourceSpan
            : null;
        if (Property(diagnostic, FixProperties.Expression) is { } expression
            && (whole is { } span ? InPlaceOf(root, span, expression) : InCode(root, diagnostic.Location.SourceSpan, expression)) is { } change)
        {
            Offer(context, diagnostic, $"Use '{expression}'", nameof(NameInCodeFix), change);
        }
        else if (Property(diagnostic, FixProperties.Replacement) is { } replacement && diagnostic.AdditionalLocations is [{ } changed])
        {
            // Letters, digits, dashes and dots: nothing that any kind of literal writes in another way.
            Offer(
                context,
                diagnostic,
                replacement.Length == 0 ? "Leave the zone to the search path" : "Write the name as the cluster has it",
                nameof(NameInCodeFix),
                new TextChange(changed.SourceSpan, replacement));
        }

        return Task.CompletedTask;
    }

    /// <summary>The call that makes a number of what was cut out of a name; null where that is another one's matter.</summary>
    private static TextSpan? Parsing(SyntaxNode root, TextSpan span)
    {
        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        while (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } or ArgumentSyntax or ArgumentListSyntax { Arguments.Count: 1 or 2 })
        {
            node = node.Parent;
        }

        return node.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parse" or "ToInt32", Expression: var type } }
            && type.ToString() is "int" or "Int32" or "System.Int32" or "Convert" or "System.Convert"
                ? node.Parent.Span
                : null;
    }

    private static TextChange? InPlaceOf(SyntaxNode root, TextSpan span, string expression) =>
        root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is { } found && found.Span == span && !NeedsConstant(found)
            ? new TextChange(span, expression)
            : null;

    /// <summary>The expression in the place of a literal, or of a part of one, which becomes an interpolation.</summary>
    private static TextChange? InCode(SyntaxNode root, TextSpan span, string expression)
    {
        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        if (node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } literal || NeedsConstant(literal))
        {
            return null;
        }

        if (node.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } interpolated
            && interpolated.Contents.FullSpan.Contains(span)
            && interpolated.StringStartToken.Text is "$\"" or "$\"\"\"")
        {
            return new TextChange(span, "{" + expression + "}");
        }

        if (literal is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token: var token } || !token.Span.Contains(span))
        {
            return null;
        }

        string text = token.Text;
        int start = span.Start - token.SpanStart;
        string before = text.Substring(0, start);
        string after = text.Substring(start + span.Length);
        if (before.Trim('@', '"').Length == 0 && after.Trim('"').Length == 0)
        {
            return new TextChange(token.Span, expression);
        }

        // In a regular literal only braces are written in another way once it is an interpolation.
        return before[0] == '"' && token.IsKind(SyntaxKind.StringLiteralToken)
            ? new TextChange(token.Span, "$" + Escape(before) + "{" + expression + "}" + Escape(after))
            : null;
    }

    private static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");

    /// <summary>Whether only a constant may be here.</summary>
    private static bool NeedsConstant(ExpressionSyntax expression)
    {
        foreach (SyntaxNode node in expression.Ancestors())
        {
            switch (node)
            {
                case AttributeArgumentSyntax:
                case PatternSyntax:
                case SwitchLabelSyntax:
                case GotoStatementSyntax:
                case ParameterSyntax:
                case FieldDeclarationSyntax { Modifiers: var modifiers } when modifiers.Any(SyntaxKind.ConstKeyword):
                case LocalDeclarationStatementSyntax { IsConst: true }:
                    return true;
                case StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax:
                    return false;
            }
        }

        return false;
    }
}
