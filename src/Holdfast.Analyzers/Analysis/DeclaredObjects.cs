using System.Collections.Immutable;
using Holdfast.Analyzers.Composing;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Overriding;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>The objects of all applications that a compilation declares, for manifests that refer to them.</summary>
internal static class DeclaredObjects
{
    public static ImmutableArray<MappingNode> In(Compilation compilation, ProjectSettings settings, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName(AttributeNames.StatefulAppMetadataName) is null)
        {
            return [];
        }

        ImmutableArray<MappingNode>.Builder objects = ImmutableArray.CreateBuilder<MappingNode>();
        foreach (INamedTypeSymbol type in TypesIn(compilation.Assembly.GlobalNamespace, cancellationToken))
        {
            if (MayDeclare(type, cancellationToken) && AppReader.FindDeclaration(type) is { } declaration)
            {
                var context = ReadContext.ForAnalyzer(static _ => { }, cancellationToken, settings, settings.Environment);
                objects.AddRange(AppManifests.Compose(AppReader.Read(type, declaration, context), context));
            }
        }

        return objects.ToImmutable();
    }

    /// <summary>Attributes are bound when first asked for, so types that have none in their text are not asked.</summary>
    private static bool MayDeclare(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { AttributeLists.Count: > 0 })
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
