using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Declarations that were read before, by the syntax of their types. An edit makes a new compilation in which each type would
/// be bound and read again; where the type's files are the same and other files cannot matter, what was read still holds.
/// </summary>
/// <remarks>It keeps syntax and plain values, no compilation and no symbol, and forgets them with the syntax.</remarks>
internal sealed class ReadDeclarations
{
    private readonly ConditionalWeakTable<SyntaxNode, Entry> _entries = new();

    private readonly ConditionalWeakTable<Compilation, NameScope> _scopes = new();

    /// <param name="type">The type of an application.</param>
    /// <param name="node">The part of it that carries <paramref name="declaration"/>.</param>
    /// <param name="declaration">The attribute that makes it one.</param>
    /// <param name="compilation">What the type is a part of.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public AppVariants Read(
        INamedTypeSymbol type,
        SyntaxNode node,
        AttributeData declaration,
        Compilation compilation,
        CancellationToken cancellationToken)
    {
        NameScope scope = _scopes.GetValue(compilation, key => NameScope.Of(key, cancellationToken));
        if (_entries.TryGetValue(node, out Entry? entry) && entry.HoldsFor(type, scope))
        {
            return entry.Declared;
        }

        AppVariants read = AppVariants.Read(type, declaration, cancellationToken);
        _entries.Remove(node);
        if (SelfContained.NamesUsedBy(type, cancellationToken) is { } names && !names.Any(scope.Declares))
        {
            // Another thread may have been here meanwhile, with the same result.
            _entries.GetValue(node, _ => new Entry(read, [.. type.DeclaringSyntaxReferences.Select(Place)], names, scope));
        }

        return read;
    }

    private static (SyntaxTree Tree, Microsoft.CodeAnalysis.Text.TextSpan Span) Place(SyntaxReference part) => (part.SyntaxTree, part.Span);

    /// <param name="Declared">What was read.</param>
    /// <param name="Parts">The places of the type's parts.</param>
    /// <param name="Names">The names that the type uses for what is declared elsewhere.</param>
    /// <param name="ReadIn">What decided their meaning.</param>
    private sealed record Entry(
        AppVariants Declared,
        ImmutableArray<(SyntaxTree Tree, Microsoft.CodeAnalysis.Text.TextSpan Span)> Parts,
        ImmutableArray<string> Names,
        NameScope ReadIn)
    {
        public bool HoldsFor(INamedTypeSymbol type, NameScope scope)
        {
            ImmutableArray<SyntaxReference> parts = type.DeclaringSyntaxReferences;
            if (parts.Length != Parts.Length || !scope.BindLike(ReadIn))
            {
                return false;
            }

            for (int i = 0; i < parts.Length; i++)
            {
                if (parts[i].SyntaxTree != Parts[i].Tree || parts[i].Span != Parts[i].Span)
                {
                    return false;
                }
            }

            foreach (string name in Names)
            {
                if (scope.Declares(name))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
