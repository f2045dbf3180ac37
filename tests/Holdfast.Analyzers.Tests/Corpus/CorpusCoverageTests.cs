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
        (string[] sources, ImmutableArray<ProjectText> files) = CorpusDeclarations.Project(Case(name));
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(sources), files);
        ImmutableArray<Diagnostic> found = await run.Compilation.WithAnalyzers([.. RuleTest.Analyzers], ProjectText.For(files))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        foreach (Diagnostic diagnostic in found)
        {
            output.WriteLine(diagnostic.ToString());
        }

        Assert.Equal(
            Case(name).Findings.Select(static finding => finding.Id).Order(StringComparer.Ordinal),
            found.Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>At least 19 out of 20 fields without a patch, what is meant to differ counted; all of them with it; all sets.</summary>
    [Fact]
    public void TheMeasureIsMet()
    {
        CorpusFiles.Require();
        Assert.Equal(CorpusFiles.StatefulSets().Count(), CorpusCases.All.Count);
        List<CorpusVerdict> verdicts = [.. CorpusCases.All.Select(CorpusDeclarations.Judge)];
        int written = verdicts.Sum(static verdict => verdict.Written);
        int said = verdicts.Sum(static verdict => verdict.Covered + verdict.Meant);
        Assert.True(20 * said >= 19 * written, $"{said} of {written} fields are said without a patch.");
        Assert.All(verdicts, static verdict => Assert.Equal((verdict.Case.ToString(), 0), (verdict.Case.ToString(), verdict.Missing)));
        Assert.All(CorpusCases.All, static item => Assert.Empty(item.NotYet));
    }

    [Fact]
    public void EveryCommonDifferenceOccurs()
    {
        CorpusFiles.Require();
        List<FieldComparison> fields = [.. CorpusCases.Declared.SelectMany(static item => CorpusDeclarations.Judge(item).Fields)];
        Assert.All(CommonDifferences.All, entry => Assert.Contains(fields, entry.Covers));
    }

    private static CorpusCase Case(string name) => CorpusCases.All.Single(item => item.ToString() == name);
}
