using System.Globalization;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>
/// Manifests that people really run, each folder as its own project, through the analyzers as a build runs them.
/// <c>CorpusFindings.txt</c> lists what is said about each file, how often, and why that is true; nothing else is said.
/// </summary>
public class CorpusFindingTests(ITestOutputHelper output)
{
    private static string Corpus => Path.Combine(RepositoryPaths.Shared, "corpus");

    [Fact]
    public async Task WhatIsFoundIsListedWithItsReason()
    {
        Assert.SkipUnless(Directory.Exists(Corpus), "The corpus of real manifests is not beside the repository.");
        var found = new List<Diagnostic>();
        foreach (string folder in Directory.EnumerateDirectories(Corpus).Order(StringComparer.Ordinal))
        {
            found.AddRange(await RunOver([folder]).RunAsync());
        }

        foreach (Diagnostic diagnostic in found)
        {
            output.WriteLine(diagnostic.ToString());
        }

        string[] actual =
        [
            .. found
                .GroupBy(static diagnostic => (File: CorpusFinding.FileOf(diagnostic), diagnostic.Id, diagnostic.Severity))
                .Select(static group => CorpusFinding.Describe(group.Key.File, group.Key.Severity, group.Key.Id, group.Count()))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(CorpusFinding.All.Select(static finding => finding.Description).Order(StringComparer.Ordinal), actual);
    }

    /// <summary>All of them as one project: many objects of one name, and still an answer.</summary>
    [Fact]
    public async Task AllOfItTogetherIsAnalysed()
    {
        Assert.SkipUnless(Directory.Exists(Corpus), "The corpus of real manifests is not beside the repository.");
        Assert.NotEmpty(await RunOver([.. Directory.EnumerateDirectories(Corpus)]).RunAsync());
    }

    [Fact]
    public void EveryFindingHasAReason() => Assert.DoesNotContain(CorpusFinding.All, static finding => finding.Reason.Length < 10);

    private static ManifestRun RunOver(string[] folders)
    {
        var run = new ManifestRun();
        foreach (string file in folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is ".yaml" or ".yml" or ".json" || Path.GetFileName(file) == "Kustomization")
            {
                run.File(Path.GetRelativePath(Corpus, file).Replace('\\', '/'), File.ReadAllText(file));
            }
        }

        return run;
    }
}
