namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>A declaration's fields beside the original's, each explained as far as it can be.</summary>
/// <param name="Case">What was compared.</param>
/// <param name="Fields">All fields.</param>
/// <param name="Unpatched">All fields, when the declaration's patches are taken away.</param>
internal sealed record CorpusVerdict(CorpusCase Case, IReadOnlyList<FieldComparison> Fields, IReadOnlyList<FieldComparison> Unpatched)
{
    private readonly HashSet<string> _said = [.. Same(Unpatched)];

    /// <summary>How many fields the original's author wrote.</summary>
    public int Written => Fields.Count(static item => item.Written);

    /// <summary>How many of them the attributes say the same, without a patch.</summary>
    public int Covered => Same(Fields).Count(_said.Contains);

    /// <summary>How many of them it takes a patch to say the same.</summary>
    public int Patched => Same(Fields).Count(path => !_said.Contains(path));

    /// <summary>How many of them it says differently, or not, on purpose.</summary>
    public int Meant => Fields.Count(item => item.Written && IsMeant(item));

    /// <summary>How many of the original's fields it cannot say.</summary>
    public int Missing => Written - Covered - Patched - Meant;

    /// <summary>Differences that are neither meant nor known to be missing.</summary>
    public IEnumerable<FieldComparison> Unexplained =>
        Fields.Where(item => item.Outcome != FieldOutcome.Equal && !IsMeant(item) && !IsNotYet(item));

    /// <summary>Entries of the case's lists that nothing needs any more.</summary>
    public IEnumerable<object> Stale =>
    [
        .. Case.Meant.Where(entry => !Fields.Any(entry.Covers)),
        .. Case.NotYet.Where(entry => !Fields.Any(item => entry.Covers(item) && !IsMeant(item))),
    ];

    private static IEnumerable<string> Same(IEnumerable<FieldComparison> fields) =>
        fields.Where(static item => item.Written && item.Outcome == FieldOutcome.Equal).Select(static item => item.Path);

    private bool IsMeant(FieldComparison item) =>
        item.Outcome != FieldOutcome.Equal
        && (Case.Meant.Any(entry => entry.Covers(item)) || (!IsNotYet(item) && CommonDifferences.All.Any(entry => entry.Covers(item))));

    private bool IsNotYet(FieldComparison item) => Case.NotYet.Any(entry => entry.Covers(item));
}
