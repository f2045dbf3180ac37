using System.Xml.Linq;
using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests.Hosts;

/// <summary>
/// The package's generator and analyzers in the oldest compiler that it supports, in newer ones up to the newest there is,
/// and in the SDK's own; loaded from the package's own files as a compiler loads them.
/// </summary>
public class CompilerTests(PackedHoldfast packed)
{
    /// <summary>Those that need the framework and KubernetesClient alone, which is what the hosts compile against.</summary>
    public static TheoryData<string> Samples =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "samples"), "*.csproj", SearchOption.AllDirectories)
            .Where(static project => XDocument.Load(project) is var document
                && document.Descendants("PackageReference").All(static reference => reference.Attribute("Include")?.Value == "KubernetesClient")
                && !document.Descendants("ProjectReference").Any())
            .Select(static project => Path.GetFileNameWithoutExtension(project))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void TheHostsAreTheCompilersThatTheySay()
    {
        Assert.Equal("4.14.0", CompilerHost.Names[0]);
        foreach (string host in CompilerHost.Names)
        {
            Version version = CompilerHost.Of(host).Version;
            Assert.True(host == CompilerHost.OfTheSdk ? version > new Version(5, 0) : host == version.ToString(3), $"{host} has {version}.");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task EveryCompilerGivesTheSameCodeAndDiagnostics(string sample)
    {
        string project = Path.Combine(RepositoryPaths.Root, "samples", sample);
        string[]? first = null;
        foreach (string host in CompilerHost.Names)
        {
            string[] result = await CompilerHost.Of(host).CompileAsync(packed.Unpacked, project);
            first ??= result;
            Assert.Equal(first, result);
        }

        // What they agree on is something, and what the sample is for.
        bool declares = sample != "BringYourOwnYaml";
        bool errs = sample is "BringYourOwnYaml" or "Mistakes";
        Assert.Equal(declares, first!.Any(static line => line.StartsWith("generated: ", StringComparison.Ordinal) && line.Contains("\nkind: StatefulSet\n", StringComparison.Ordinal)));
        Assert.Equal(errs, first!.Any(static line => line.Contains(": warning HF", StringComparison.Ordinal)));
        Assert.DoesNotContain(first!, static line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains("AD0001", StringComparison.Ordinal) || line.StartsWith("generator: ", StringComparison.Ordinal) || line.StartsWith("not loaded: ", StringComparison.Ordinal));
    }
}
