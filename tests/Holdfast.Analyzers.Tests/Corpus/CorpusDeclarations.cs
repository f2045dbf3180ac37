using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Holdfast.Analyzers.Tests.Manifests;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>
/// The declarations are sources of consumers, so they are text here: the test project itself has no generator.
/// </summary>
internal static class CorpusDeclarations
{
    private static readonly ConcurrentDictionary<string, string> Yaml = new(StringComparer.Ordinal);

    private static string Folder => Path.Combine(RepositoryPaths.Root, "tests", "Holdfast.Analyzers.Tests", "Corpus", "Declarations");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.cs.txt").Select(static file => Path.GetFileName(file)[..^".cs.txt".Length]).Order(StringComparer.Ordinal);

    public static string Source(string name) => File.ReadAllText(Path.Combine(Folder, name + ".cs.txt"));

    /// <summary>The objects that the generator makes of a declaration.</summary>
    public static IReadOnlyList<JsonObject> Emit(CorpusCase item) => Emit(item, string.Empty, static source => source);

    /// <summary>What it makes of the attributes alone.</summary>
    public static IReadOnlyList<JsonObject> EmitUnpatched(CorpusCase item) => Emit(item, " without patches", WithoutPatches);

    /// <summary>The project of a declaration: its sources, and its files.</summary>
    public static (string[] Sources, ImmutableArray<ProjectText> Files) Project(CorpusCase item)
    {
        string constants = string.Concat(item.Constants.Select(constant =>
            $"    public const string {constant.Name} = {SymbolDisplay.FormatLiteral(CorpusOriginals.Text(item, constant), quote: true)};\n"));
        return (
            [Source(item.Declaration!), $"static class Texts\n{{\n{constants}}}\n"],
            [.. item.Files.Select(file => new ProjectText(file.Name, CorpusOriginals.Text(item, file)))]);
    }

    /// <summary>A case's declaration beside the original.</summary>
    public static CorpusVerdict Judge(CorpusCase item)
    {
        IReadOnlyList<JsonObject> originals = CorpusOriginals.Of(item);
        return new CorpusVerdict(
            item,
            ObjectComparison.Compare(originals, Emit(item)),
            ObjectComparison.Compare(originals, EmitUnpatched(item)));
    }

    private static IReadOnlyList<JsonObject> Emit(CorpusCase item, string variant, Func<string, string> change) =>
        CorpusYaml.Read(Yaml.GetOrAdd(item.Declaration + variant, _ =>
        {
            (string[] sources, ImmutableArray<ProjectText> files) = Project(item);
            sources[0] = change(sources[0]);
            return EmittedManifest.Of(item.Declaration!, files, sources).Yaml;
        }));

    private static string WithoutPatches(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        IEnumerable<AttributeListSyntax> patches = root.DescendantNodes().OfType<AttributeListSyntax>()
            .Where(static list => list.Attributes.Any(static attribute => attribute.Name.ToString() == "Patch"));
        return root.RemoveNodes(patches, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString();
    }
}
