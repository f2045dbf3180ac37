using System.IO.Compression;

namespace Holdfast.Packaging.Tests;

/// <summary>The same sources give the same bytes, wherever they are built.</summary>
public class ReproducibilityTests(PackedHoldfast packed)
{
    /// <summary>
    /// Every entry of the packages, NuGet's own included. The files around them differ still: a ZIP has the time of each entry,
    /// which is the time of the pack.
    /// </summary>
    [Fact]
    public async Task TwoClonesInTwoFolders_GiveTheSamePackages()
    {
        string output = packed.NewConsumer("packed again").Path;
        await packed.PackAsync("Holdfast", output: output);

        AssertSameEntries(packed.Package, Path.Combine(output, Path.GetFileName(packed.Package)));
        AssertSameEntries(packed.SymbolPackage, Path.Combine(output, Path.GetFileName(packed.SymbolPackage)));
    }

    [Fact]
    public async Task TwoProjectsInTwoFolders_GiveTheSameManifests()
    {
        var manifests = new List<SortedDictionary<string, string>>();
        foreach (string name in new[] { "one", "two/further down" })
        {
            Consumer consumer = packed.NewConsumer(name).AddApplication().Add("Kafka.cs", Source.App("Kafka", "kafka"));
            await consumer.BuildAsync("-c", "Release");
            const string Output = "bin/Release/net10.0/kubernetes";
            manifests.Add(new(consumer.Files(Output).ToDictionary(file => file, file => consumer.Read($"{Output}/{file}"))));
        }

        Assert.Equal(["kafka.yaml", "kustomization.yaml", "zookeeper.yaml"], manifests[0].Keys);
        Assert.Equal(manifests[0], manifests[1]);
    }

    private static void AssertSameEntries(string one, string two)
    {
        using ZipArchive first = ZipFile.OpenRead(one);
        using ZipArchive second = ZipFile.OpenRead(two);
        Assert.NotEmpty(first.Entries);
        Assert.Equal(first.Entries.Select(static entry => entry.FullName), second.Entries.Select(static entry => entry.FullName));
        Assert.Empty(first.Entries
            .Where(entry => !Content(entry).AsSpan().SequenceEqual(Content(second.GetEntry(entry.FullName)!)))
            .Select(static entry => entry.FullName));
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
