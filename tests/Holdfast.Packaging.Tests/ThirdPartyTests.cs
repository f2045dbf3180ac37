using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Holdfast.Packaging.Tests;

/// <summary>The list of what the package contains of others is true: files, packages, versions and licences.</summary>
public partial class ThirdPartyTests(PackedHoldfast packed)
{
    [Fact]
    public void WhatIsListedIsWhatIsThere()
    {
        string notices = File.ReadAllText(Path.Combine(packed.Unpacked, "THIRD-PARTY-NOTICES.txt"));
        Match[] listed = [.. Line().Matches(notices).Cast<Match>()];

        Assert.Equal(
            Directory.EnumerateFiles(packed.Unpacked, "*.dll", SearchOption.AllDirectories)
                .Where(static file => !Path.GetFileName(file).StartsWith("Holdfast.", StringComparison.Ordinal))
                .Select(file => Path.GetRelativePath(packed.Unpacked, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
            listed.Select(static line => line.Groups["file"].Value).Order(StringComparer.Ordinal));
        Assert.All(listed, line =>
        {
            string package = OtherPackages.Folder(line.Groups["package"].Value, line.Groups["version"].Value);
            byte[] shipped = File.ReadAllBytes(Path.Combine(packed.Unpacked, line.Groups["file"].Value));
            Assert.Contains(
                Directory.EnumerateFiles(package, Path.GetFileName(line.Groups["file"].Value), SearchOption.AllDirectories),
                file => File.ReadAllBytes(file).AsSpan().SequenceEqual(shipped));

            XElement specification = XDocument.Load(Directory.EnumerateFiles(package, "*.nuspec").Single()).Root!;
            Assert.Equal(line.Groups["licence"].Value, specification.Descendants().Single(static element => element.Name.LocalName == "license").Value);
            Assert.Contains("\n" + line.Groups["package"].Value, notices[(notices.IndexOf("-----", StringComparison.Ordinal))..].Replace(", ", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"^(?<file>\S+\.dll) +(?<package>\S+) (?<version>\d\S*) +(?<licence>\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
