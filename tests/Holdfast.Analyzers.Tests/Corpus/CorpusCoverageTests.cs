using Holdfast.Tests.Shared;

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
    public Task NothingIsWrongWithADeclaration(string name) => RuleTest.VerifyAsync(CorpusDeclarations.Source(Case(name).Declaration!));

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
