using System.IO.Compression;
using System.Text.Json;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>The verdicts that lie beside the repository, where it has them.</summary>
internal static class SharedVerdicts
{
    public static string Folder => Path.Combine(RepositoryPaths.Shared, "verdicts");

    public static IEnumerable<Verdict> All => Directory.EnumerateFiles(Folder, "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(Read);

    private static IEnumerable<Verdict> Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            yield return new Verdict(
                Text("id"),
                Text("class"),
                Text("mutation"),
                Text("server") == "rejected",
                Text("message"),
                Text("yaml"));

            string Text(string name) => row.GetProperty(name).GetString()!;
        }
    }
}
