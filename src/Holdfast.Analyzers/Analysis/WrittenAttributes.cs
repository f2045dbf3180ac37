using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// A look at the source alone that spares binding attributes. Nearly all types of a project declare nothing, and each is asked
/// while you type.
/// </summary>
internal static class WrittenAttributes
{
    /// <summary>
    /// Whether attributes of a type, or of a property or field of it, can contradict each other about environments: one names
    /// an environment, or there are several on one symbol. Which attributes they are, only binding can tell.
    /// </summary>
    public static bool MayDifferByEnvironment(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        int onType = 0;
        foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
        {
            if (GeneratedCode.IsGenerated(part.SyntaxTree, cancellationToken) || part.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            onType += Count(declaration.AttributeLists);
            if (onType > 1
                || NamesEnvironment(declaration.AttributeLists)
                || declaration.Members.Any(MayDiffer)
                || declaration.ParameterList?.Parameters.Any(static parameter => Count(parameter.AttributeLists) > 1 || NamesEnvironment(parameter.AttributeLists)) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The other part of a partial member may have one more.</summary>
    private static bool MayDiffer(MemberDeclarationSyntax member) =>
        member is PropertyDeclarationSyntax or FieldDeclarationSyntax
        && Count(member.AttributeLists) is var count
        && (count > 1 || (count == 1 && (member.Modifiers.Any(SyntaxKind.PartialKeyword) || NamesEnvironment(member.AttributeLists))));

    private static int Count(SyntaxList<AttributeListSyntax> lists)
    {
        int count = 0;
        foreach (AttributeListSyntax list in lists)
        {
            count += list.Attributes.Count;
        }

        return count;
    }

    private static bool NamesEnvironment(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (AttributeListSyntax list in lists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == Environments.Property) == true)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
