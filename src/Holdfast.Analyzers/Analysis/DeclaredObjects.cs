using System.Collections.Immutable;
using Holdfast.Analyzers.Composing;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Overriding;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>The objects of all applications that a compilation declares, for manifests that refer to them.</summary>
internal static class DeclaredObjects
{
    public static ImmutableArray<MappingNode> In(Compilation compilation, ProjectSettings settings, CancellationToken cancellationToken)
    {
        ImmutableArray<MappingNode>.Builder objects = ImmutableArray.CreateBuilder<MappingNode>();
        foreach ((INamedTypeSymbol type, AttributeData declaration) in DeclaredTypes.In(compilation, cancellationToken))
        {
            var context = ReadContext.ForAnalyzer(static _ => { }, cancellationToken, settings, settings.Environment);
            objects.AddRange(AppManifests.Compose(AppReader.Read(type, declaration, context), context));
        }

        return objects.ToImmutable();
    }
}
