using System.IO.Compression;
using System.Xml.Linq;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>The second package: a library like any other, that depends on the first.</summary>
public class DiscoveryPackageTests(PackedHoldfast packed)
{
    [Fact]
    public async Task Package_HoldsTheLibrary_AndDependsOnWhatItNeeds()
    {
        await packed.PackAsync("Holdfast.Discovery");
        string package = Path.Combine(packed.Feed, $"Holdfast.Discovery.{packed.Version}.nupkg");

        Assert.Equal(
            [
                "Holdfast.Discovery.nuspec",
                "README.md",
                "icon.png",
                "lib/net8.0/Holdfast.Discovery.dll",
                "lib/net8.0/Holdfast.Discovery.pdb",
                "lib/net8.0/Holdfast.Discovery.xml",
            ],
            PackageContentTests.Entries(package));

        using ZipArchive zip = ZipFile.OpenRead(package);
        using Stream stream = zip.GetEntry("Holdfast.Discovery.nuspec")!.Open();
        XElement group = XDocument.Load(stream).Descendants().Single(element => element.Name.LocalName == "group");
        string[] dependencies = [.. group.Elements().Select(element => element.Attribute("id")!.Value).Order(StringComparer.Ordinal)];
        Assert.Equal("net8.0", group.Attribute("targetFramework")?.Value);
        Assert.Equal(packed.Version, group.Elements().Single(element => element.Attribute("id")!.Value == "Holdfast").Attribute("version")?.Value);

        // What the library references is what the package depends on, but for what only its own build needs; the two lists are in two files.
        XDocument library = XDocument.Load(Path.Combine(RepositoryPaths.Root, "src", "Holdfast.Discovery", "Holdfast.Discovery.csproj"));
        Assert.Equal(
            library.Descendants("PackageReference").Where(reference => reference.Attribute("PrivateAssets") is null).Select(reference => reference.Attribute("Include")!.Value).Append("Holdfast").Order(StringComparer.Ordinal),
            dependencies);
    }
}
