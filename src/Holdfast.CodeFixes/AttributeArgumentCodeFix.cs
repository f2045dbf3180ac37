using System.Composition;
using System.Globalization;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Sets the argument of an attribute that fixes a declaration, or takes away the one that breaks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeArgumentCodeFix))]
[Shared]
public sealed class AttributeArgumentCodeFix() : DiagnosticCodeFix(FixCatalog.Arguments.Keys)
{
    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        ArgumentChange change = FixCatalog.Arguments[diagnostic.Id];
        string? value = change.Value ?? Property(diagnostic, FixProperties.Replacement);
        if ((value is not null || change.IsRemoved)
            && DiagnosticSyntax.AttributeOf(root, diagnostic.Location, change.Attribute) is { } attribute
            && Corrected(attribute, change, value) is { } corrected)
        {
            Offer(
                context,
                diagnostic,
                string.Format(CultureInfo.InvariantCulture, value is null ? change.Title : change.TitleOfValue ?? change.Title, value),
                nameof(AttributeArgumentCodeFix) + diagnostic.Id,
                root.ReplaceNode(attribute, corrected));
        }

        return Task.CompletedTask;
    }

    /// <summary>The attribute with the change; null where there is nothing to take away.</summary>
    private static AttributeSyntax? Corrected(AttributeSyntax attribute, ArgumentChange change, string? value)
    {
        AttributeArgumentSyntax? written = AttributeSyntaxNames.Find(attribute, change.Argument);
        if (change.IsRemoved && value is null)
        {
            return written is null ? null : attribute.WithArgumentList(AttributeSyntaxNames.Remove(attribute.ArgumentList!, written));
        }

        foreach (string other in change.Others)
        {
            if (AttributeSyntaxNames.Find(attribute, other) is { } argument)
            {
                attribute = attribute.WithArgumentList(AttributeSyntaxNames.Remove(attribute.ArgumentList!, argument));
            }
        }

        ExpressionSyntax expression = SyntaxFactory.ParseExpression(value!);
        return AttributeSyntaxNames.Find(attribute, change.Argument) is { } here
            ? attribute.ReplaceNode(here.Expression, Qualify(here.Expression, expression).WithTriviaFrom(here.Expression))
            : attribute.WithArgumentList(AttributeSyntaxNames.Append(attribute.ArgumentList, AttributeSyntaxNames.Named(change.Argument, expression)));
    }

    /// <summary>A member of an enum, by the name that the enum is written with.</summary>
    private static ExpressionSyntax Qualify(ExpressionSyntax written, ExpressionSyntax value) =>
        written is MemberAccessExpressionSyntax access && value is MemberAccessExpressionSyntax member
            ? access.WithName(member.Name)
            : value;
}
