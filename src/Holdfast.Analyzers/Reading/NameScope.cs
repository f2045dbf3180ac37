using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Reading;

/// <summary>What of a compilation decides the meaning of names in a file of it, beside the file itself.</summary>
internal sealed class NameScope
{
    private const string AttributeSuffix = nameof(Attribute);

    private readonly ImmutableArray<MetadataReference> _references;

    private readonly string _globalUsings;

    private readonly HashSet<string> _declaredNames;

    private NameScope(ImmutableArray<MetadataReference> references, string globalUsings, HashSet<string> declaredNames)
    {
        _references = references;
        _globalUsings = globalUsings;
        _declaredNames = declaredNames;
    }

    public static NameScope Of(Compilation compilation, CancellationToken cancellationToken)
    {
        // Asked for each name of a type or namespace; none is what is looked for.
        var names = new HashSet<string>(StringComparer.Ordinal);
        compilation.ContainsSymbolsWithName(
            name =>
            {
                names.Add(name);

                // An attribute may be meant by either name.
                if (name.Length > AttributeSuffix.Length && name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
                {
                    names.Add(name.Substring(0, name.Length - AttributeSuffix.Length));
                }

                return false;
            },
            SymbolFilter.Namespace | SymbolFilter.Type,
            cancellationToken);
        return new NameScope(compilation.ExternalReferences, GlobalUsings(compilation, cancellationToken), names);
    }

    /// <summary>Whether the files of a compilation declare a type or namespace that a name could mean.</summary>
    public bool Declares(string name) => _declaredNames.Contains(name);

    /// <summary>Whether a name that neither compilation's files declare means the same in both.</summary>
    public bool BindLike(NameScope other) =>
        _globalUsings == other._globalUsings
        && (_references == other._references || _references.SequenceEqual(other._references));

    private static string GlobalUsings(Compilation compilation, CancellationToken cancellationToken)
    {
        StringBuilder? text = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax { Usings.Count: > 0 } root)
            {
                foreach (UsingDirectiveSyntax directive in root.Usings)
                {
                    // They are before all others.
                    if (directive.GlobalKeyword.RawKind == 0)
                    {
                        break;
                    }

                    (text ??= new StringBuilder()).Append(directive).Append('\n');
                }
            }
        }

        return text?.ToString() ?? string.Empty;
    }
}
