using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>Finds real manifests beside the repository, where they are; nothing of them is part of it.</summary>
internal static class CorpusFiles
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<CorpusObject, JsonObject>> Folders = new(StringComparer.Ordinal);

    private static string Root => Path.Combine(RepositoryPaths.Shared, "corpus");

    public static bool AreThere => Directory.Exists(Root);

    /// <summary>Skips the test on machines without the corpus.</summary>
    public static void Require() =>
        Assert.SkipUnless(AreThere, "The corpus of real manifests is not beside the repository.");

    /// <summary>The objects of a folder, to be read only; of two with one name the first.</summary>
    public static IReadOnlyDictionary<CorpusObject, JsonObject> Objects(string folder) => Folders.GetOrAdd(folder, Load);

    /// <summary>Every full StatefulSet there is.</summary>
    public static IEnumerable<(string Folder, string Set)> StatefulSets() =>
        from path in Directory.EnumerateDirectories(Root).Order(StringComparer.Ordinal)
        let folder = Path.GetFileName(path)
        from item in Objects(folder)
        where item.Key.Kind == CorpusObject.StatefulSet && IsWhole(item.Value)
        select (folder, item.Key.Name);

    /// <summary>No set is taken without labels on its pods; a patch has none, since what it patches has them.</summary>
    private static bool IsWhole(JsonObject set) => set["spec"]?["template"]?["metadata"]?["labels"] is JsonObject;

    private static bool IsYaml(string file) => Path.GetExtension(file) is ".yaml" or ".yml";

    private static Dictionary<CorpusObject, JsonObject> Load(string folder)
    {
        var objects = new Dictionary<CorpusObject, JsonObject>();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, folder)).Order(StringComparer.Ordinal).Where(IsYaml))
        {
            foreach (JsonObject document in CorpusYaml.Read(File.ReadAllText(file)))
            {
                objects.TryAdd(CorpusObject.Of(document), document);
            }
        }

        return objects;
    }
}
