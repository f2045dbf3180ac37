namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>A declaration's fields beside the original's, each explained as far as it can be.</summary>
/// <param name="Case">What was compared.</param>
/// <param name="Fields">All fields.</param>
internal sealed record CorpusVerdict(CorpusCase Case, IReadOnlyList<FieldComparison> Fields)
{
    /// <summary>How many fields the original's author wrote.</summary>
    public int Written => Fields.Count(static item => item.Written);

    /// <summary>How many of them the declaration says the same.</summary>
    public int Covered => Fields.Count(static item => item.Written && item.Outcome == FieldOutcome.Equal);

    /// <summary>How many of them it says differently, or not, on purpose.</summary>
    public int Meant => Fields.Count(item => item.Written && IsMeant(item));

    /// <summary>How many fields it has on purpose that the original has not.</summary>
    public int Added => Fields.Count(static item => item.Outcome == FieldOutcome.Extra);

    /// <summary>How many of the original's fields it cannot say.</summary>
    public int Missing => Written - Covered - Meant;

    /// <summary>Differences that are neither meant nor known to be missing.</summary>
    public IEnumerable<FieldComparison> Unexplained =>
        Fields.Where(item => item.Outcome != FieldOutcome.Equal && !IsMeant(item) && !IsNotYet(item));

    /// <summary>Entries of the case's lists that nothing needs any more.</summary>
    public IEnumerable<object> Stale =>
    [
        .. Case.Meant.Where(entry => !Fields.Any(entry.Covers)),
        .. Case.NotYet.Where(entry => !Fields.Any(item => entry.Covers(item) && !IsMeant(item))),
    ];

    private bool IsMeant(FieldComparison item) =>
        item.Outcome != FieldOutcome.Equal
        && (Case.Meant.Any(entry => entry.Covers(item)) || (!IsNotYet(item) && CommonDifferences.All.Any(entry => entry.Covers(item))));

    private bool IsNotYet(FieldComparison item) => Case.NotYet.Any(entry => entry.Covers(item));
}
