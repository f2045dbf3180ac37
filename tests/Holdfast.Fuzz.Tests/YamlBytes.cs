using System.Collections.Immutable;
using System.Text;
using Holdfast.Tests.Shared;

namespace Holdfast.Fuzz.Tests;

/// <summary>A file of manifests.</summary>
/// <param name="Path">Its name.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record YamlBytes(string Path, ImmutableArray<byte> Bytes)
{
    /// <summary>All that the repository has, and the corpus beside it where that is present.</summary>
    public static ImmutableArray<YamlBytes> All { get; } =
    [
        .. new[] { System.IO.Path.Combine(RepositoryPaths.Root, "samples"), System.IO.Path.Combine(RepositoryPaths.Root, "tests/Holdfast.Analyzers.Tests"), System.IO.Path.Combine(RepositoryPaths.Shared, "corpus") }
            .Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories))
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && new FileInfo(file).Length < 64 * 1024)
            .Order(StringComparer.Ordinal)
            .Select(static file => new YamlBytes(System.IO.Path.GetFileName(file), [.. File.ReadAllBytes(file)])),
    ];

    /// <summary>As a literal of C#, which names every byte.</summary>
    public override string ToString() => Path + ":\n" + Encoding.Latin1.GetString([.. Bytes]) + "\nbase64: " + Convert.ToBase64String([.. Bytes]);
}
