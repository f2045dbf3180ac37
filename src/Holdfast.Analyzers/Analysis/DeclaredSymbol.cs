using Holdfast.Engine.Declarations;
using Holdfast.Engine.Naming;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// The type behind a known set, by its name: what is known is kept for the compilations after the next edits, each of which has another
/// symbol for it.
/// </summary>
/// <param name="TypeName">The type's name in metadata.</param>
/// <param name="App">What it declares.</param>
internal sealed record DeclaredSymbol(string TypeName, AppDeclaration App) : DeclaredApp(App)
{
    public static string NameOf(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? NameOf(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(InMetadata) + "." + type.MetadataName : type.MetadataName;

    /// <summary>The type in a compilation; null where it is gone.</summary>
    public INamedTypeSymbol? In(Compilation compilation) => compilation.Assembly.GetTypeByMetadataName(TypeName);

    /// <summary>Names that are keywords are not escaped there.</summary>
    private static readonly SymbolDisplayFormat InMetadata = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
}
