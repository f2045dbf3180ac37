using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>A member that declares something: the type's own, or one that it takes over.</summary>
/// <param name="Owner">The type that is read.</param>
/// <param name="Symbol">The user's own member where there is one, else the nearest that is taken over.</param>
/// <param name="Sources">All members of that name whose attributes count, the farthest first.</param>
internal sealed record DeclaredMember(INamedTypeSymbol Owner, ISymbol Symbol, ImmutableArray<ISymbol> Sources)
{
    /// <summary>Its name.</summary>
    public string Name => Symbol.Name;

    /// <summary>Whether the user wrote it into the type itself.</summary>
    public bool IsOwn => SymbolEqualityComparer.Default.Equals(Symbol.ContainingType, Owner);
}
