namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>What a field of the original counts as.</summary>
public class CorpusVerdictTests
{
    private static readonly CorpusCase Case = new("folder", "a") { Meant = [MeantDifference.Missing("StatefulSet/a meant", "on purpose")] };

    [Theory]
    [InlineData(nameof(FieldOutcome.Equal), nameof(FieldOutcome.Equal), 1, 0, 0)]
    [InlineData(nameof(FieldOutcome.Equal), nameof(FieldOutcome.Missing), 0, 1, 0)]
    [InlineData(nameof(FieldOutcome.Equal), nameof(FieldOutcome.Different), 0, 1, 0)]
    [InlineData(nameof(FieldOutcome.Missing), nameof(FieldOutcome.Missing), 0, 0, 1)]
    [InlineData(nameof(FieldOutcome.Different), nameof(FieldOutcome.Equal), 0, 0, 1)]
    public void AFieldThatTakesAPatchIsNotCovered(string patched, string unpatched, int covered, int byPatch, int missing)
    {
        var verdict = new CorpusVerdict(Case, [Field("f", Enum.Parse<FieldOutcome>(patched))], [Field("f", Enum.Parse<FieldOutcome>(unpatched))]);
        Assert.Equal((covered, byPatch, missing), (verdict.Covered, verdict.Patched, verdict.Missing));
    }

    [Fact]
    public void WhatIsMeantCountsOnce()
    {
        var verdict = new CorpusVerdict(Case, [Field("meant", FieldOutcome.Missing)], [Field("meant", FieldOutcome.Missing)]);
        Assert.Equal((0, 0, 1, 0), (verdict.Covered, verdict.Patched, verdict.Meant, verdict.Missing));
    }

    private static FieldComparison Field(string path, FieldOutcome outcome) => new($"StatefulSet/a {path}", outcome, true, "1", null);
}
