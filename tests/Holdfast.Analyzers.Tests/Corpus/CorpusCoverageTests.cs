using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>Real StatefulSets, declared: what comes out is what was there, but for what is meant and what is known to be missing.</summary>
public class CorpusCoverageTests(ITestOutputHelper output)
{
    public static IEnumerable<TheoryDataRow<string>> Declared =>
        CorpusCases.Declared.Select(static item => new TheoryDataRow<string>(item.ToString()));

    [Theory]
    [MemberData(nameof(Declared))]
    public void EveryDifferenceIsMeantOrKnown(string name)
    {
        CorpusFiles.Require();
        CorpusVerdict verdict = CorpusDeclarations.Judge(Case(name));
        Assert.Empty(verdict.Unexplained);
        Assert.Empty(verdict.Stale);
    }

    /// <summary>Without the corpus, too.</summary>
    [Theory]
    [MemberData(nameof(Declared))]
    public async Task WhatIsFoundInADeclarationIsTrueAndKnown(string name)
    {
        GeneratorRun run = GeneratorRun.Of(CorpusDeclarations.Source(Case(name).Declaration!));
        ImmutableArray<Diagnostic> found = await run.Compilation.WithAnalyzers([.. RuleTest.Analyzers])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        foreach (Diagnostic diagnostic in found)
        {
            output.WriteLine(diagnostic.ToString());
        }

        Assert.Equal(
            Case(name).Findings.Select(static finding => finding.Id).Order(StringComparer.Ordinal),
            found.Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryCommonDifferenceOccurs()
    {
        CorpusFiles.Require();
        List<FieldComparison> fields = [.. CorpusCases.Declared.SelectMany(static item => CorpusDeclarations.Judge(item).Fields)];
        Assert.All(CommonDifferences.All, entry => Assert.Contains(fields, entry.Covers));
    }

    [Fact]
    public void Coverage()
    {
        CorpusFiles.Require();
        string report = CorpusReport.Coverage(CorpusCases.All.Select(static item => (
            item,
            CorpusOriginals.Fields(item).Count(),
            item.Declaration is null ? null : CorpusDeclarations.Judge(item))));
        output.WriteLine(report);
    }

    [Fact]
    public void RankingOfWhatIsToCome()
    {
        CorpusFiles.Require();
        string report = CorpusReport.Ranking(CorpusCases.All.SelectMany(static item => CorpusOriginals.Fields(item).Select(field => (item, field.Path, field.Area))));
        output.WriteLine(report);
    }

    private static CorpusCase Case(string name) => CorpusCases.All.Single(item => item.ToString() == name);
}
