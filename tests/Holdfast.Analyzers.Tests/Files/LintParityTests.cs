using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;
using Holdfast.Tool.Commands;
using Holdfast.Tool.Files;
using Holdfast.Tool.Hosting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>
/// The command, from its arguments to its lines, finds in folders on disk what the analyzers find in the same files. Beside
/// these, <see cref="LintParity"/> compares all that tests make in memory.
/// </summary>
public partial class LintParityTests
{
    /// <summary>Folders of the repository with manifests.</summary>
    [Theory]
    [InlineData("samples/BringYourOwnYaml")]
    [InlineData("samples/ZooKeeper")]
    [InlineData("samples/Mistakes/kubernetes.shipped")]
    [InlineData("nuget/Holdfast.Templates/content/operator")]
    [InlineData("tests/Holdfast.Analyzers.Tests/Manifests")]
    [InlineData("tests/Holdfast.Analyzers.Tests/Writing")]
    public Task LintFindsWhatAnalyzersFind(string folder) => CompareAsync(Path.Combine(RepositoryPaths.Root, folder));

    /// <summary>Real projects, and mistakes that people reported; each folder by itself.</summary>
    [Theory]
    [InlineData("field")]
    [InlineData("corpus")]
    public async Task LintFindsWhatAnalyzersFind_InRealManifests(string folder)
    {
        string shared = Path.Combine(RepositoryPaths.Shared, folder);
        Assert.SkipUnless(Directory.Exists(shared), $"{shared} is not on this machine.");
        int found = 0;
        foreach (string project in Directory.EnumerateDirectories(shared).Order(StringComparer.Ordinal))
        {
            found += await CompareAsync(project);
        }

        Assert.True(found > 50, $"Only {found} findings were compared.");
    }

    /// <summary>A comparison that compares nothing would show nothing.</summary>
    [Fact]
    public async Task EachRunOverManifestsAloneIsCompared()
    {
        int before = LintParity.Compared;
        await new ManifestRun().File("k8s/orders.yaml", Manifest.Service("orders", "orders")).RunAsync();

        Assert.True(LintParity.Compared > before);
    }

    private static async Task<int> CompareAsync(string folder)
    {
        var output = new StringWriter { NewLine = "\n" };
        using var host = new ToolHost { OpenInput = () => Stream.Null, Output = output, Error = TextWriter.Null, Directory = folder };
        var run = new ManifestRun();
        foreach (InputFile file in InputFiles.Read(["."], host))
        {
            run.File(ShownPaths.Of(file.Path, folder), file.Text);
        }

        int code = HoldfastCommand.Run(["lint"], host);

        // Severities are what each project's own configuration says, which an analyzer's run in memory does not have.
        string[] analyzers = [.. (await run.ShowAsync(DiagnosticSeverity.Info)).Select(WithoutSeverity).Order(StringComparer.Ordinal)];
        string[] lint =
        [
            .. output.ToString().Split('\n')
                .TakeWhile(static line => line.Length > 0 && !line.StartsWith("No findings", StringComparison.Ordinal))
                .Select(WithoutSeverity)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(analyzers, lint);
        Assert.NotEqual(2, code);
        return lint.Length;
    }

    private static string WithoutSeverity(string line) => Severity().Replace(line, "): ", 1);

    [GeneratedRegex(@"\): (info|warning|error) ")]
    private static partial Regex Severity();
}
