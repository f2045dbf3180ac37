using System.Collections.Concurrent;
using System.Globalization;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>
/// The law over thousands of objects that a live API server judged: what it refuses is an error, and nothing else is one but what
/// breaks in the cluster all the same (<see cref="BrokenObjects"/>). Of what it takes no message says that it is refused. Each object is a project of one file, through the analyzers as a build runs them.
/// </summary>
public class SharedVerdictTests(ITestOutputHelper output)
{
    /// <summary>What disagrees, each with its reason. The test fails on one more and on one that agrees by now.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["s1-02204"] = "A placeholder in the text makes it unknown.",
        ["s1-02707"] = "A placeholder in the text makes it unknown.",
        ["s1-02805"] = "A placeholder in the text makes it unknown.",
        ["s4-00277"] = "The names of time zones are checked by their form only.",
    };

    [Fact]
    public async Task WhatTheServerRefusesIsAnError_AndNothingElseIs()
    {
        Assert.SkipUnless(Directory.Exists(SharedVerdicts.Folder), "The verdicts of a live API server are not beside the repository.");
        Verdict[] verdicts = [.. SharedVerdicts.All.Where(static verdict => !verdict.IsOfTheCluster)];
        var wrong = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(verdicts, TestContext.Current.CancellationToken, async (verdict, _) =>
        {
            Diagnostic[] found = [.. await new ManifestRun().File("k8s/object.yaml", verdict.Yaml).Setting("k8s/object.yaml", "holdfast_kubernetes_version", FieldVerdict.Version).RunAsync()];
            bool isError = found.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            Diagnostic? claim = found.FirstOrDefault(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("refuse", StringComparison.Ordinal));
            claim ??= found.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && BrokenObjects.Reason(diagnostic) is null);
            if (verdict.IsRefused ? !isError : claim is not null)
            {
                wrong[verdict.Id] = $"{verdict.Kind}, {verdict.Mutation}: {(verdict.IsRefused ? verdict.Message : claim!.ToString())}";
            }
        });
        foreach (IGrouping<string, Verdict> group in verdicts.GroupBy(static verdict => verdict.Group).Concat(verdicts.GroupBy(static verdict => verdict.Kind)))
        {
            int refused = group.Count(static verdict => verdict.IsRefused);
            int found = group.Count(verdict => verdict.IsRefused && !wrong.ContainsKey(verdict.Id));
            int claims = group.Count(verdict => !verdict.IsRefused && wrong.ContainsKey(verdict.Id));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-24} {found,5} of {refused,5} refused found, {100.0 * found / Math.Max(1, refused):F1} %; {claims} false of {group.Count() - refused}"));
        }

        Assert.Equal(
            Known.Keys.Order(StringComparer.Ordinal).Select(id => id + " " + wrong.GetValueOrDefault(id, "agrees")),
            wrong.Keys.Order(StringComparer.Ordinal).Select(id => id + " " + wrong[id]));
    }
}
