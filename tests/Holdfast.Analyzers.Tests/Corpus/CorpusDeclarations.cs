using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Holdfast.Analyzers.Tests.Manifests;
using Holdfast.Tests.Shared;

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

    /// <summary>A case's declaration beside the original.</summary>
    public static CorpusVerdict Judge(CorpusCase item) =>
        new(item, ObjectComparison.Compare(CorpusOriginals.Of(item), Emit(item.Declaration!)));
}
