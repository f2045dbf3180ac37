using System.Text;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads the form of a declared member: whether it can be implemented, and what the implementation must repeat.</summary>
internal static class MemberShapeReader
{
    /// <param name="property">The property with one of Holdfast's attributes.</param>
    /// <param name="typeName">The type it must have: a class of <c>Holdfast</c>, or <c>string</c>.</param>
    /// <param name="context">What is asked for.</param>
    public static MemberShape Read(DeclaredMember property, string typeName, ReadContext context) => property switch
    {
        { IsOwn: false } => TakenOverMembers.Read(property, typeName, context),
        { Symbol: IPropertySymbol own } when own.GetAttributes().Any(static attribute => AppReader.IsOurs(attribute, out _))
            || UserHalf(own, context)?.Modifiers.Any(SyntaxKind.PartialKeyword) == true => ReadOwn(own, typeName, context),

        // The user implements by hand what an interface or a base class declares.
        _ => new MemberShape(property.Name, string.Empty, string.Empty, CanImplement: false)
        {
            Location = context.KeepsLocations ? property.Symbol.Locations.FirstOrDefault() : null,
        },
    };

    /// <summary>Whether a type is the one that a member must have.</summary>
    public static bool IsOfType(ITypeSymbol type, string typeName) => typeName == PropertyTypeNames.String
        ? type.SpecialType == SpecialType.System_String
        : type.Name == typeName
            && type.ContainingNamespace is { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    private static MemberShape ReadOwn(IPropertySymbol property, string typeName, ReadContext context)
    {
        PropertyDeclarationSyntax? syntax = UserHalf(property, context);
        string? obstacle = syntax is null ? "is not a property declaration" : Obstacle(property, syntax, typeName);
        if (obstacle is not null && syntax is not null && property.Type.TypeKind != TypeKind.Error)
        {
            context.Report(
                MissingMembers.IsMissing(property, context.CancellationToken),
                ReadingProblems.MemberForm,
                syntax.Identifier.GetLocation(),
                FixProperties.Of(FixProperties.MemberType, typeName),
                property.Name,
                obstacle,
                RightForm(syntax, typeName));
        }

        return new MemberShape(
            property.Name,
            syntax is null ? string.Empty : TextOf(syntax.Modifiers),
            syntax is null ? string.Empty : DocumentationOf(syntax),
            obstacle is null)
        {
            Location = context.KeepsLocations ? syntax?.Identifier.GetLocation() : null,
        };
    }

    private static string TextOf(SyntaxTokenList modifiers)
    {
        string text = string.Empty;
        foreach (SyntaxToken modifier in modifiers)
        {
            text = text.Length == 0 ? modifier.Text : text + " " + modifier.Text;
        }

        return text;
    }

    /// <summary>The declaration as it should be, with the modifiers that it has.</summary>
    public static string RightForm(PropertyDeclarationSyntax syntax, string typeName)
    {
        IEnumerable<string> others = syntax.Modifiers
            .Where(static modifier => !modifier.IsKind(SyntaxKind.StaticKeyword) && !modifier.IsKind(SyntaxKind.PartialKeyword))
            .Select(static modifier => modifier.Text);
        return string.Join(" ", others.Concat(["static partial", typeName, syntax.Identifier.Text, "{ get; }"]));
    }

    private static PropertyDeclarationSyntax? UserHalf(IPropertySymbol property, ReadContext context)
    {
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax syntax
                && !GeneratedCode.IsGenerated(syntax.SyntaxTree, context.CancellationToken))
            {
                return syntax;
            }
        }

        return null;
    }

    private static string? Obstacle(IPropertySymbol property, PropertyDeclarationSyntax syntax, string typeName)
    {
        if (!property.IsStatic)
        {
            return "is not static";
        }

        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return "is not partial";
        }

        if (syntax.ExpressionBody is not null
            || syntax.Initializer is not null
            || syntax.AccessorList is not { Accessors.Count: 1 } accessors
            || !accessors.Accessors[0].IsKind(SyntaxKind.GetAccessorDeclaration)
            || accessors.Accessors[0].Body is not null
            || accessors.Accessors[0].ExpressionBody is not null)
        {
            return "does not have '{ get; }' alone";
        }

        return IsOfType(property.Type, typeName) ? null : $"is not of type {typeName}";
    }

    /// <summary>
    /// The lines of a documentation comment as written. Where the compiler is told not to parse documentation they are
    /// ordinary comments to it, so the text is what is looked at.
    /// </summary>
    private static string DocumentationOf(PropertyDeclarationSyntax syntax)
    {
        StringBuilder? text = null;
        foreach (SyntaxTrivia trivia in syntax.GetLeadingTrivia())
        {
            if (trivia.Kind() is not (SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.SingleLineCommentTrivia))
            {
                continue;
            }

            foreach (string line in trivia.ToFullString().Split('\n'))
            {
                string content = line.Trim();
                if (content.StartsWith("///", StringComparison.Ordinal) && !content.StartsWith("////", StringComparison.Ordinal))
                {
                    (text ??= new StringBuilder()).Append(content).Append('\n');
                }
                else if (content.Length > 0 && trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
                {
                    // The first line of a structured comment comes without its slashes.
                    (text ??= new StringBuilder()).Append("/// ").Append(content).Append('\n');
                }
            }
        }

        return text?.ToString() ?? string.Empty;
    }
}
