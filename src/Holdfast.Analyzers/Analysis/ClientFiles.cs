using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Which files may make an object of KubernetesClient, by their text alone. In most files of most projects that use the library no
/// method has to be looked through.
/// </summary>
internal sealed class ClientFiles
{
    /// <summary><c>Metadata</c>, or <c>metadata</c> as constructors of earlier versions have it.</summary>
    private const string FieldName = "etadata";

    private const string Library = "k8s";

    private static readonly ConditionalWeakTable<Compilation, ClientFiles> Known = new();

    // A text is read once, however many compilations have it after edits of other files.
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<Words>> Texts = new();

    private readonly Compilation _compilation;
    private readonly Lazy<HashSet<string>> _aliases;
    private readonly ConcurrentDictionary<SyntaxTree, bool> _files = new();

    private ClientFiles(Compilation compilation)
    {
        _compilation = compilation;
        _aliases = new(ReadAliases);
    }

    private enum Words
    {
        None,

        /// <summary>What a class of objects is called.</summary>
        Class,

        /// <summary>The library's namespace, or the field that each object has: <c>Send(new() { Metadata = … })</c> names no class.</summary>
        Field,
    }

    /// <summary>Other names for classes of objects, of all files; some are for all files.</summary>
    public HashSet<string> Aliases => _aliases.Value;

    public static ClientFiles Of(Compilation compilation) => Known.GetValue(compilation, static key => new ClientFiles(key));

    /// <summary>All classes of objects are called <c>V1…</c> or <c>V2…</c>.</summary>
    public static bool IsClass(string name) => name.Length > 1 && IsClass(name[0], name[1]);

    /// <summary>The files that may make an object.</summary>
    public IEnumerable<SyntaxTree> All => _compilation.SyntaxTrees.Where(MayBeIn);

    /// <summary>Whether any file may make an object.</summary>
    public bool AreAny() => _compilation.SyntaxTrees.Any(MayBeIn);

    /// <summary>Whether a file may make an object.</summary>
    public bool MayBeIn(SyntaxTree tree) => _files.GetOrAdd(tree, Look);

    /// <summary>Whether any file that declares a part of a type may make an object.</summary>
    public bool MayBeIn(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference => MayBeIn(reference.SyntaxTree));

    private static bool IsClass(char first, char second) => first == 'V' && second is ('1' or '2');

    private bool Look(SyntaxTree tree)
    {
        if (WordsOf(tree) != Words.None)
        {
            return true;
        }

        if (Aliases.Count == 0)
        {
            return false;
        }

        string text = tree.GetText().ToString();
        return Aliases.Any(alias => text.Contains(alias));
    }

    private HashSet<string> ReadAliases()
    {
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            if (WordsOf(tree) != Words.Class)
            {
                continue;
            }

            foreach (UsingDirectiveSyntax directive in tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
            {
                if (directive.Alias is { } alias && directive.NamespaceOrType is NameSyntax name && TypeSyntaxNames.NameOf(name) is { } target && IsClass(target))
                {
                    aliases.Add(alias.Name.Identifier.ValueText);
                }
            }
        }

        return aliases;
    }

    private static Words WordsOf(SyntaxTree tree) => Texts.GetValue(tree, static key => new StrongBox<Words>(CodeText.Look(key, Read))).Value;

    private static Words Read(ReadOnlySpan<char> text) =>
        HasClass(text, '1') || HasClass(text, '2') ? Words.Class
        : text.IndexOf(FieldName.AsSpan()) >= 0 || text.IndexOf(Library.AsSpan()) >= 0 ? Words.Field
        : Words.None;

    private static bool HasClass(ReadOnlySpan<char> text, char version)
    {
        ReadOnlySpan<char> word = ['V', version];
        for (int at = 0; text.Slice(at).IndexOf(word) is >= 0 and var next; at += next + 1)
        {
            int start = at + next;
            if (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            {
                return true;
            }
        }

        return false;
    }
}
