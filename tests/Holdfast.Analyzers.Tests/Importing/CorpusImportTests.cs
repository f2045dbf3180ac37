using System.Globalization;
using Holdfast.Analyzers.Tests.Corpus;
using Holdfast.Engine.Importing;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>Real manifests come back as types that compile, without an error of the compiler or of a rule, and make the same objects.</summary>
public class CorpusImportTests
{
    public static TheoryData<string> Folders =>
    [
        .. (CorpusFiles.AreThere ? Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Shared, "corpus")).Select(static path => Path.GetFileName(path)!) : ["01-cassandra"])
            .Where(static name => name != "LICENSES")
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task TypesMakeTheSameObjects(string folder)
    {
        CorpusFiles.Require();
        var run = ImportRun.OfFolder(Path.Combine(RepositoryPaths.Shared, "corpus", folder));
        Assert.Empty(run.Errors);
        Assert.Empty((await run.FindingsAsync()).Where(static finding => finding.Severity == DiagnosticSeverity.Error));
        Assert.Empty(run.Result.Apps.SelectMany(run.DifferencesOf));
        foreach (ImportedApp app in run.Result.Apps)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{folder} {app.TypeName}: {app.FieldCount - app.PatchedCount} of {app.FieldCount} fields by attributes, {app.PatchedCount} by patches, {app.RemovedCount} removed by patches"));
        }
    }

    /// <summary>Attributes say nearly all of it; a change that leaves more to patches is a step back.</summary>
    [Fact]
    public void PatchesSayLittle()
    {
        CorpusFiles.Require();
        ImportedApp[] apps = [.. Folders.SelectMany(static row => ImportRun.OfFolder(Path.Combine(RepositoryPaths.Shared, "corpus", row.Data)).Result.Apps)];
        Assert.True(apps.Length >= 28, $"There are {apps.Length} types only.");
        Assert.InRange(apps.Sum(static app => app.PatchedCount) / (double)apps.Sum(static app => app.FieldCount), 0, 0.06);
    }

    /// <summary>The sample's mistakes are in the types, too, where the same rules find them.</summary>
    [Fact]
    public async Task TheSampleIsImportedWithItsMistakes()
    {
        var run = ImportRun.OfFolder(Path.Combine(RepositoryPaths.Root, "samples", "BringYourOwnYaml", "k8s"));
        Assert.Equal(["Orders", "Search"], run.Result.Apps.Select(static app => app.TypeName));
        Assert.Empty(run.Errors);
        Assert.Empty(run.Result.Apps.SelectMany(run.DifferencesOf));
        Assert.Equal(
            ["HF3001", "HF9009", "HF9010"],
            (await run.FindingsAsync()).Where(static finding => finding.Severity == DiagnosticSeverity.Error).Select(static finding => finding.Id).Order(StringComparer.Ordinal));
    }
}
