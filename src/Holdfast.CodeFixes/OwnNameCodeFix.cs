using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>
/// Gives what a member declares the name of the member, where it was given the name of another one. Which one of two equal
/// variables, ports or paths is meant is not known.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OwnNameCodeFix))]
[Shared]
public sealed class OwnNameCodeFix() : DiagnosticCodeFix(Fixes.NameByMember)
{
    private const string Name = "Name";

    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (DiagnosticSyntax.At(root, diagnostic.Location) is { } attribute
            && AttributeSyntaxNames.Find(attribute, Name) is { Expression: LiteralExpressionSyntax name } argument
            && argument.Span.Contains(diagnostic.Location.SourceSpan)
            && attribute.Parent?.Parent is PropertyDeclarationSyntax property
            && MemberNames.ToKebabCase(property.Identifier.ValueText) is var own
            && own != name.Token.ValueText
            && !IsTaken(property, own))
        {
            Offer(
                context,
                diagnostic,
                $"Name it '{own}'",
                nameof(OwnNameCodeFix),
                root.ReplaceNode(attribute, attribute.WithArgumentList(AttributeSyntaxNames.Remove(attribute.ArgumentList!, argument))));
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether another member of the type was given that name.</summary>
    private static bool IsTaken(PropertyDeclarationSyntax property, string own) => property.Parent is TypeDeclarationSyntax type
        && type.Members.OfType<PropertyDeclarationSyntax>().Any(other => other != property
            && other.AttributeLists.SelectMany(static list => list.Attributes)
                .Any(attribute => AttributeSyntaxNames.Find(attribute, Name)?.Expression is LiteralExpressionSyntax literal && literal.Token.ValueText == own));
}
