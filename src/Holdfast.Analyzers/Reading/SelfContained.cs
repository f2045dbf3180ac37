using System.Collections.Immutable;
using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Whether the syntax of a type alone says what it declares, so that only names which other files bring in could change it: its
/// attributes have literals, its own members' names and members of Holdfast's enums, and it takes nothing over.
/// </summary>
internal static class SelfContained
{
    /// <summary>How many different names a usual type needs. They are few, so looking through them is faster than hashing.</summary>
    private const int UsualNames = 16;

    /// <summary>
    /// The names by which the type refers to what is declared elsewhere; each means the same as long as no other file and no
    /// reference declares something of that name. Null where more than names could change what is declared.
    /// </summary>
    public static ImmutableArray<string>? NamesUsedBy(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // Directives name the namespace, whatever the attributes are called.
        var names = new List<string>(UsualNames) { AttributeNames.Namespace };
        if (type.ContainingType is not null || !AddType(type, [type], names, cancellationToken))
        {
            return null;
        }

        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            if (!AddType(nested, [nested, type], names, cancellationToken))
            {
                return null;
            }
        }

        return [.. names];
    }

    private static bool AddType(INamedTypeSymbol type, INamedTypeSymbol[] scopes, List<string> names, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
        {
            if (part.GetSyntax(cancellationToken) is not TypeDeclarationSyntax { BaseList: null, TypeParameterList: null })
            {
                return false;
            }
        }

        if (!AddAttributes(type, scopes, names, cancellationToken))
        {
            return false;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol && !AddMember(member, scopes, names, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AddMember(ISymbol member, INamedTypeSymbol[] scopes, List<string> names, CancellationToken cancellationToken)
    {
        if (!AddAttributes(member, scopes, names, cancellationToken))
        {
            return false;
        }

        if (!member.GetAttributes().Any(static attribute => AppReader.IsOurs(attribute, out _)))
        {
            return true;
        }

        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            bool isClosed = reference.GetSyntax(cancellationToken) switch
            {
                PropertyDeclarationSyntax property => AddName(property.Type, names),
                VariableDeclaratorSyntax { Initializer.Value: { } value } => AddValue(value, scopes, names),
                _ => false,
            };
            if (!isClosed)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AddAttributes(ISymbol symbol, INamedTypeSymbol[] scopes, List<string> names, CancellationToken cancellationToken)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            // An attribute of another library could be one of Holdfast's if names meant something else.
            if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax || !AddName(syntax.Name, names))
            {
                return false;
            }

            if (!AppReader.IsOurs(attribute, out _))
            {
                continue;
            }

            if (attribute.ConstructorArguments.Any(static argument => argument.Kind == TypedConstantKind.Error)
                || attribute.NamedArguments.Any(static argument => argument.Value.Kind == TypedConstantKind.Error))
            {
                return false;
            }

            if (syntax.ArgumentList is { } list)
            {
                foreach (AttributeArgumentSyntax argument in list.Arguments)
                {
                    if (!AddValue(argument.Expression, scopes, names))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private static bool AddValue(ExpressionSyntax value, INamedTypeSymbol[] scopes, List<string> names)
    {
        switch (value)
        {
            case LiteralExpressionSyntax:
                return true;
            case ParenthesizedExpressionSyntax parenthesized:
                return AddValue(parenthesized.Expression, scopes, names);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negative:
                return negative.Operand is LiteralExpressionSyntax;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.BitwiseOrExpression } both:
                return AddValue(both.Left, scopes, names) && AddValue(both.Right, scopes, names);
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax } member:
                return AddQualifier(member.Expression, names);
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } nameOf:
                // A member of the type's own; a name of something else may come and go.
                return nameOf.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax own }]
                    && scopes.Any(scope => !scope.GetMembers(own.Identifier.ValueText).IsEmpty);
            case ImplicitArrayCreationExpressionSyntax array:
                return array.Initializer.Expressions.All(item => AddValue(item, scopes, names));
            case ArrayCreationExpressionSyntax { Type.ElementType: PredefinedTypeSyntax, Initializer: { } initializer }:
                return initializer.Expressions.All(item => AddValue(item, scopes, names));
            case CollectionExpressionSyntax collection:
                return collection.Elements.All(element => element is ExpressionElementSyntax item && AddValue(item.Expression, scopes, names));
            default:
                return false;
        }
    }

    /// <summary>What is before the member of an enum: its name, perhaps with a namespace.</summary>
    private static bool AddQualifier(ExpressionSyntax qualifier, List<string> names) => qualifier switch
    {
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member => AddQualifier(member.Expression, names) && Add(name, names),
        NameSyntax name => AddName(name, names),
        _ => false,
    };

    private static bool AddName(TypeSyntax name, List<string> names) => name switch
    {
        PredefinedTypeSyntax => true,
        IdentifierNameSyntax identifier => Add(identifier, names),
        QualifiedNameSyntax { Right: IdentifierNameSyntax right } qualified => AddName(qualified.Left, names) && Add(right, names),
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax inner } qualified => Add(qualified.Alias, names) && Add(inner, names),
        _ => false,
    };

    private static bool Add(IdentifierNameSyntax name, List<string> names)
    {
        if (!names.Contains(name.Identifier.ValueText))
        {
            names.Add(name.Identifier.ValueText);
        }

        return true;
    }
}
