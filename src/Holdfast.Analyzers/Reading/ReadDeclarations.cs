using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// Declarations that were read before, by the syntax of their types. An edit makes a new compilation in which each type would
/// be declared, bound and read again; where the type's files are the same and other files cannot matter, what was read still holds, and
/// the compiler is not even asked for the type.
/// </summary>
/// <remarks>It keeps syntax and plain values, no compilation and no symbol, and forgets them with the syntax.</remarks>
internal sealed class ReadDeclarations
{
    private readonly ConditionalWeakTable<SyntaxNode, Entry> _entries = new();

    private readonly ConditionalWeakTable<Compilation, NameScope> _scopes = new();

    /// <summary>What a type declares; null where it is not an application, or where another part of it makes it one.</summary>
    /// <param name="candidate">The part of a type.</param>
    /// <param name="compilation">What the type is a part of.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public AppVariants? Read(AppCandidate candidate, Compilation compilation, CancellationToken cancellationToken)
    {
        TypeDeclarationSyntax node = candidate.Type;
        NameScope scope = _scopes.GetValue(compilation, key => NameScope.Of(key, cancellationToken));
        if (!candidate.IsNamed && !(scope.HasGlobalAliases && TreeTypes.HasAttribute(node, scope.IsGlobalAlias)))
        {
            return null;
        }

        if (_entries.TryGetValue(node, out Entry? entry) && entry.HoldsFor(compilation, scope))
        {
            return entry.Declared;
        }

        // Attributes can be on several parts of a type; the part with the first one counts.
        if (compilation.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, cancellationToken) is not INamedTypeSymbol type
            || AppReader.FindDeclaration(type) is not { ApplicationSyntaxReference: { } first } declaration
            || first.SyntaxTree != node.SyntaxTree
            || !node.Span.Contains(first.Span))
        {
            return null;
        }

        AppVariants read = AppVariants.Read(type, declaration, cancellationToken);
        _entries.Remove(node);
        if (SelfContained.NamesUsedBy(type, cancellationToken) is { } names && !names.Any(scope.Declares))
        {
            string fullName = TreeTypes.FullName(node);
            ImmutableArray<SyntaxReference> parts = type.DeclaringSyntaxReferences;
            if (scope.PartsOf(fullName) == parts.Length)
            {
                // Another thread may have been here meanwhile, with the same result.
                _entries.GetValue(node, _ => new Entry(read, fullName, parts.Length, [.. parts.Select(static part => part.SyntaxTree).Where(tree => tree != node.SyntaxTree)], names, scope));
            }
        }

        return read;
    }

    /// <param name="Declared">What was read.</param>
    /// <param name="FullName">The name that the type's parts have in common.</param>
    /// <param name="Parts">How many there are.</param>
    /// <param name="OtherTrees">The files of the other parts; nearly always none.</param>
    /// <param name="Names">The names that the type uses for what is declared elsewhere.</param>
    /// <param name="ReadIn">What decided their meaning.</param>
    private sealed record Entry(
        AppVariants Declared,
        string FullName,
        int Parts,
        ImmutableArray<SyntaxTree> OtherTrees,
        ImmutableArray<string> Names,
        NameScope ReadIn)
    {
        public bool HoldsFor(Compilation compilation, NameScope scope)
        {
            // All parts are there as they were, and none came.
            if (!scope.BindLike(ReadIn) || scope.PartsOf(FullName) != Parts || !OtherTrees.All(compilation.ContainsSyntaxTree))
            {
                return false;
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
