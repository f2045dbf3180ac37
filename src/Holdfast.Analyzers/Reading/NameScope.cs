using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>
/// What of a compilation decides the meaning of names in a file of it, beside the file itself. It is put together of what is known of each
/// file, so that after an edit the compiler need not declare anything for it.
/// </summary>
internal sealed class NameScope
{
    private const string AttributeSuffix = nameof(Attribute);

    private readonly ImmutableArray<MetadataReference> _references;

    private readonly string _globalUsings;

    private readonly HashSet<string> _globalAliases;

    private readonly HashSet<string> _declaredNames;

    private readonly Dictionary<string, int> _parts;

    private NameScope(
        ImmutableArray<MetadataReference> references,
        string globalUsings,
        HashSet<string> globalAliases,
        HashSet<string> declaredNames,
        Dictionary<string, int> parts)
    {
        _references = references;
        _globalUsings = globalUsings;
        _globalAliases = globalAliases;
        _declaredNames = declaredNames;
        _parts = parts;
    }

    public static NameScope Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        var usings = new List<string>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            var types = TreeTypes.Of(tree, cancellationToken);
            foreach (string name in types.Names)
            {
                // An attribute may be meant by either name.
                if (names.Add(name) && name.Length > AttributeSuffix.Length && name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
                {
                    names.Add(name.Substring(0, name.Length - AttributeSuffix.Length));
                }
            }

            foreach (string type in types.OuterTypes)
            {
                parts[type] = parts.TryGetValue(type, out int known) ? known + 1 : 1;
            }

            foreach (string alias in types.GlobalAliases)
            {
                aliases.Add(alias);
            }

            if (types.GlobalUsings.Length > 0)
            {
                usings.Add(types.GlobalUsings);
            }
        }

        return new NameScope(compilation.ExternalReferences, string.Join("\n", usings), aliases, names, parts);
    }

    /// <summary>Whether the files of a compilation declare a type or namespace that a name could mean.</summary>
    public bool Declares(string name) => _declaredNames.Contains(name);

    /// <summary>Whether usings for all files call something by another name; nearly never.</summary>
    public bool HasGlobalAliases => _globalAliases.Count > 0;

    /// <summary>Whether they call something by this name.</summary>
    public bool IsGlobalAlias(string name) => _globalAliases.Contains(name);

    /// <summary>How many parts of a type there are, by its <see cref="TreeTypes.FullName"/>.</summary>
    public int PartsOf(string type) => _parts.TryGetValue(type, out int parts) ? parts : 0;

    /// <summary>Whether a name that neither compilation's files declare means the same in both.</summary>
    public bool BindLike(NameScope other) =>
        this == other
        || (_globalUsings == other._globalUsings
            && (_references == other._references || _references.SequenceEqual(other._references)));
}
