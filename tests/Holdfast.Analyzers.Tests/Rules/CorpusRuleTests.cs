using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>
/// All rules on manifests that people really run, folder by folder: what is found of identity, names and storage is true,
/// and little. Suggestions are not listed.
/// </summary>
public class CorpusRuleTests(ITestOutputHelper output)
{
    private static readonly (string Folder, string Id, string Reason)[] True =
    [
        ("02-cockroachdb-trap", "HF1014", "the annotation is all that there is, so no member is found before it is ready"),
        ("14-patroni", "HF1003", "members are found through the Kubernetes API; by name they would not be"),
        ("15-citus-patroni", "HF1003", "as above, in each of three sets"),
        ("18-akkadotnet-azure", "HF1007", "the storage emulator's Deployment has the labels of the cluster, so the cluster's Services lead to it too"),
    ];

    [Fact]
    public void WhatIsFoundIsTrue()
    {
        string corpus = Path.Combine(RepositoryPaths.Shared, "corpus");
        Assert.SkipUnless(Directory.Exists(corpus), "The corpus of real manifests is not beside the repository.");
        var found = new SortedSet<(string Folder, string Id)>();
        foreach (string folder in Directory.EnumerateDirectories(corpus).Order(StringComparer.Ordinal))
        {
            MappingNode[] documents = [.. Directory.EnumerateFiles(folder, "*.y*ml").Order(StringComparer.Ordinal).SelectMany(Read)];
            foreach (Diagnostic diagnostic in ManifestRuleTest.Find(new ManifestSet([.. documents], [], [])).Where(static diagnostic =>
                diagnostic.Severity > DiagnosticSeverity.Info && string.CompareOrdinal(diagnostic.Id, "HF4") < 0))
            {
                output.WriteLine(diagnostic.ToString());
                found.Add((Path.GetFileName(folder), diagnostic.Id));
            }
        }

        Assert.Equal(True.Select(static finding => (finding.Folder, finding.Id)), found);
    }

    private static IEnumerable<MappingNode> Read(string file)
    {
        string text = File.ReadAllText(file);
        return YamlReader.Read(text, YamlReader.PlacesIn(file, SourceText.From(text))).Documents;
    }
}
