using System.IO.Compression;
using System.Xml.Linq;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>The packages of local clusters: libraries like any other, that depend on this very version of the first package.</summary>
public class LocalPackageTests(PackedHoldfast packed)
{
    [Theory]
    [InlineData("Holdfast.Local", "Holdfast")]
    [InlineData("Holdfast.Testing", "Holdfast", "Holdfast.Local")]
    public async Task Package_HoldsTheLibrary_AndDependsOnWhatItNeeds(string name, params string[] own)
    {
        Dictionary<string, string> dependencies = await DependenciesAsync(name);

        // What the library references is what the package depends on; the two lists are in two files. Versions are pinned, so NuGet
        // lists what comes with these as well.
        Assert.Equal(
            own.Append(name).SelectMany(Referenced).Concat(own).Append("BouncyCastle.Cryptography").Order(StringComparer.Ordinal),
            dependencies.Keys.Order(StringComparer.Ordinal));
        AssertSameVersion(own, dependencies);
    }

    /// <summary>What Aspire brings is Aspire's choice, so none of the versions that this repository pins is a dependency.</summary>
    [Fact]
    public async Task ThePackageForAspireDependsOnAspireAndOnTheseLibrariesAlone()
    {
        string[] own = ["Holdfast", "Holdfast.Local"];

        Dictionary<string, string> dependencies = await DependenciesAsync("Holdfast.Aspire");

        Assert.Equal(Referenced("Holdfast.Aspire").Concat(own).Order(StringComparer.Ordinal), dependencies.Keys.Order(StringComparer.Ordinal));
        AssertSameVersion(own, dependencies);
    }

    private async Task<Dictionary<string, string>> DependenciesAsync(string name)
    {
        await packed.PackAsync(name);
        string package = Path.Combine(packed.Feed, $"{name}.{packed.Version}.nupkg");
        Assert.Equal(
            [$"{name}.nuspec", "README.md", "icon.png", $"lib/net8.0/{name}.dll", $"lib/net8.0/{name}.pdb", $"lib/net8.0/{name}.xml"],
            PackageContentTests.Entries(package));

        using ZipArchive zip = ZipFile.OpenRead(package);
        using Stream stream = zip.GetEntry($"{name}.nuspec")!.Open();
        XElement group = XDocument.Load(stream).Descendants().Single(element => element.Name.LocalName == "group");
        return group.Elements().ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
    }

    private void AssertSameVersion(string[] own, Dictionary<string, string> dependencies) =>
        Assert.All(own, dependency => Assert.Equal($"[{packed.Version}]", dependencies[dependency].Replace(", " + packed.Version, "", StringComparison.Ordinal)));

    private static IEnumerable<string> Referenced(string library) => XDocument
        .Load(Path.Combine(RepositoryPaths.Root, "src", library, library + ".csproj"))
        .Descendants("PackageReference")
        .Where(reference => reference.Attribute("PrivateAssets")?.Value != "all")
        .Select(reference => reference.Attribute("Include")!.Value);
}
