using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>All types of a compilation that declare an application.</summary>
internal static class DeclaredTypes
{
    public static IEnumerable<(INamedTypeSymbol Type, AttributeData Declaration)> In(Compilation compilation, CancellationToken cancellationToken)
    {
        // The texts are looked through once for all analyzers, and the types for each that asks.
        if (compilation.GetTypeByMetadataName(AttributeNames.StatefulAppMetadataName) is null
            || !compilation.SyntaxTrees.Any(tree => CodeWords.NameHoldfastInCode(tree, cancellationToken)))
        {
            yield break;
        }

        foreach (INamedTypeSymbol type in TypesIn(compilation.Assembly.GlobalNamespace, cancellationToken))
        {
            if (MayDeclare(type, cancellationToken) && AppReader.FindDeclaration(type) is { } declaration)
            {
                yield return (type, declaration);
            }
        }
    }

    /// <summary>The types that others of a compilation derive from; made when first asked for.</summary>
    public static Lazy<HashSet<ISymbol>> LazilyBasesIn(Compilation compilation) => new(() => new HashSet<ISymbol>(
        TypesIn(compilation.Assembly.GlobalNamespace, CancellationToken.None)
            .Where(static type => type.BaseType is { SpecialType: SpecialType.None })
            .Select(static type => (ISymbol)type.BaseType!.OriginalDefinition),
        SymbolEqualityComparer.Default));

    /// <summary>Attributes are bound when first asked for, so types that the user gave none in their text are not asked.</summary>
    private static bool MayDeclare(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (!GeneratedCode.IsGenerated(reference.SyntaxTree, cancellationToken)
                && reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { AttributeLists.Count: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (INamedTypeSymbol nested in TypesIn(inner, cancellationToken))
                {
                    yield return nested;
                }
            }
        }
    }
}
