using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Attributes in source.</summary>
internal static class AttributeSyntaxNames
{
    private const string Suffix = "Attribute";

    /// <summary>Whether an attribute is written with one of these class names, with or without its ending or a namespace.</summary>
    public static bool Is(AttributeSyntax attribute, params string[] classNames)
    {
        string? name = TypeSyntaxNames.NameOf(attribute.Name);
        return classNames.Any(className => name == className || name + Suffix == className);
    }

    /// <summary>Another class's name in the place of an attribute's own, as it is qualified.</summary>
    public static NameSyntax Rename(NameSyntax name, string className)
    {
        SimpleNameSyntax simple = SyntaxFactory.IdentifierName(className.Substring(0, className.Length - Suffix.Length));
        return name switch
        {
            QualifiedNameSyntax qualified => qualified.WithRight(simple),
            AliasQualifiedNameSyntax alias => alias.WithName(simple),
            _ => simple.WithTriviaFrom(name),
        };
    }

    /// <summary>The argument that sets a property; null where none does.</summary>
    public static AttributeArgumentSyntax? Find(AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>An argument that sets a property.</summary>
    public static AttributeArgumentSyntax Named(string property, ExpressionSyntax value) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(property).WithTrailingTrivia(SyntaxFactory.Space))
            .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
        nameColon: null,
        value);

    /// <summary>An argument after those that are there.</summary>
    public static AttributeArgumentListSyntax Append(AttributeArgumentListSyntax? list, AttributeArgumentSyntax argument)
    {
        if (list is null || list.Arguments.Count == 0)
        {
            return SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument));
        }

        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = list.Arguments;
        SyntaxNodeOrTokenList nodes = arguments.GetWithSeparators()
            .Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space))
            .Add(argument);
        return list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(nodes));
    }

    /// <summary>The arguments without one of them; nothing where none is left.</summary>
    public static AttributeArgumentListSyntax? Remove(AttributeArgumentListSyntax list, AttributeArgumentSyntax argument)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> rest = list.Arguments.Remove(argument);
        return rest.Count == 0 ? null : list.WithArguments(rest);
    }

    /// <summary>A tree without an attribute, and without its brackets where it is in them alone.</summary>
    public static SyntaxNode RemoveFrom(SyntaxNode root, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return list.Attributes.Count == 1
            ? root.RemoveNode(list, SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia)!
            : root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
    }
}
