using System.Collections.Concurrent;
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
    public static IReadOnlyList<JsonObject> Emit(string name) =>
        CorpusYaml.Read(Yaml.GetOrAdd(name, static type => EmittedManifest.Of(type, Source(type)).Yaml));

    /// <summary>What it makes of the attributes alone.</summary>
    public static IReadOnlyList<JsonObject> EmitUnpatched(string name) =>
        CorpusYaml.Read(Yaml.GetOrAdd(name + " without patches", _ => EmittedManifest.Of(name, WithoutPatches(Source(name))).Yaml));

    /// <summary>A case's declaration beside the original.</summary>
    public static CorpusVerdict Judge(CorpusCase item)
    {
        IReadOnlyList<JsonObject> originals = CorpusOriginals.Of(item);
        return new CorpusVerdict(
            item,
            ObjectComparison.Compare(originals, Emit(item.Declaration!)),
            ObjectComparison.Compare(originals, EmitUnpatched(item.Declaration!)));
    }

    private static string WithoutPatches(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        IEnumerable<AttributeListSyntax> patches = root.DescendantNodes().OfType<AttributeListSyntax>()
            .Where(static list => list.Attributes.Any(static attribute => attribute.Name.ToString() == "Patch"));
        return root.RemoveNodes(patches, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString();
    }
}
