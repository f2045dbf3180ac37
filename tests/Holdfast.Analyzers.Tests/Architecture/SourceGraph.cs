using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Tests.Architecture;

/// <summary>What files of C# use of each other: by symbols, so that neither a name nor a <c>using</c> counts.</summary>
internal sealed class SourceGraph
{
    /// <summary>What <c>ImplicitUsings</c> stands for.</summary>
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly CSharpCompilation _compilation;

    /// <param name="files">Paths from the root, with slashes, and their texts.</param>
    public SourceGraph(IEnumerable<(string Path, string Text)> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        _compilation = CSharpCompilation.Create(
            "Sources",
            [
                CSharpSyntaxTree.ParseText(GlobalUsings, options),
                .. files.AsParallel().AsOrdered().Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path)),
            ],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<(ImmutableArray<Use> Uses, ImmutableArray<string> Unresolved)> read =
            [.. _compilation.SyntaxTrees.Where(static tree => tree.FilePath.Length > 0).AsParallel().AsOrdered().Select(Read)];
        Uses = [.. read.SelectMany(static file => file.Uses)];
        Unresolved = [.. read.SelectMany(static file => file.Unresolved)];
        Arrows =
        [
            .. Uses
                .Where(static use => use.Target.Length > 0 && Folder(use.Target) != Folder(use.File))
                .GroupBy(static use => (From: Folder(use.File), To: Folder(use.Target)))
                .Select(static group => new Arrow(group.Key.From, group.Key.To, group.Select(static use => use.ToString()).Min(StringComparer.Ordinal)!))
                .OrderBy(static arrow => arrow.From, StringComparer.Ordinal)
                .ThenBy(static arrow => arrow.To, StringComparer.Ordinal),
        ];
    }

    /// <summary>Names that mean nothing here; with any of them, what is used is not known.</summary>
    public ImmutableArray<string> Unresolved { get; }

    /// <summary>All uses of symbols, each once in a file.</summary>
    public ImmutableArray<Use> Uses { get; }

    /// <summary>The arrows between folders, each once.</summary>
    public ImmutableArray<Arrow> Arrows { get; }

    public IEnumerable<string> Files => _compilation.SyntaxTrees.Select(static tree => tree.FilePath).Where(static path => path.Length > 0);

    /// <summary>A way from a folder back to it; empty where there is none.</summary>
    public static ImmutableArray<Arrow> Circle(IEnumerable<Arrow> arrows)
    {
        ILookup<string, Arrow> from = arrows.ToLookup(static arrow => arrow.From, StringComparer.Ordinal);
        HashSet<string> done = [];
        List<Arrow> way = [];
        return from.Select(static group => group.Key).Select(Follow).FirstOrDefault(static circle => !circle.IsEmpty, []);

        ImmutableArray<Arrow> Follow(string folder)
        {
            foreach (Arrow arrow in from[folder])
            {
                way.Add(arrow);
                int back = way.FindIndex(step => step.From == arrow.To);
                ImmutableArray<Arrow> circle = back >= 0 ? [.. way.Skip(back)] : done.Contains(arrow.To) ? [] : Follow(arrow.To);
                if (!circle.IsEmpty)
                {
                    return circle;
                }

                way.RemoveAt(way.Count - 1);
            }

            done.Add(folder);
            return [];
        }
    }

    public static string Folder(string path) => path[..path.LastIndexOf('/')];

    private (ImmutableArray<Use> Uses, ImmutableArray<string> Unresolved) Read(SyntaxTree tree)
    {
        SemanticModel model = _compilation.GetSemanticModel(tree);
        var uses = new HashSet<Use>();
        var unresolved = new List<string>();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ConstructorInitializerSyntax))
            {
                continue;
            }

            SymbolInfo info = model.GetSymbolInfo(node);
            if (info.Symbol is { } symbol)
            {
                Add(symbol);
            }
            else if (node is SimpleNameSyntax name && info.CandidateSymbols.IsEmpty && IsReference(name) && model.GetTypeInfo(name).Type is null or IErrorTypeSymbol)
            {
                unresolved.Add($"{tree.GetLineSpan(node.Span)}: {node}");
            }

            // Neither names the type.
            if (node is IdentifierNameSyntax { IsVar: true } or ImplicitObjectCreationExpressionSyntax && model.GetTypeInfo(node).Type is { } type)
            {
                Add(type);
            }
        }

        return ([.. uses], [.. unresolved]);

        void Add(ISymbol symbol)
        {
            if (symbol is not INamespaceSymbol)
            {
                symbol = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition;
                uses.Add(new Use(tree.FilePath, symbol, symbol.Locations.FirstOrDefault(static place => place.IsInSource)?.SourceTree?.FilePath ?? string.Empty));
            }
        }
    }

    /// <summary>Not a word of the language that looks like a name.</summary>
    private static bool IsReference(SimpleNameSyntax name) => name.Identifier.Text is not ("nameof" or "_" or "var" or "notnull" or "unmanaged");

    /// <summary>The framework that the tests run on, in place of netstandard2.0, and the packages of the sources.</summary>
    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is var file
            && (file.StartsWith("System.", StringComparison.Ordinal)
                || file is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CodeAnalysis.dll" or "Microsoft.CodeAnalysis.CSharp.dll" or "YamlDotNet.dll"))
        .Select(static path => MetadataReference.CreateFromFile(path));
}
