namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>A difference that is right as it is.</summary>
/// <param name="Outcome">Which way it differs; nothing else is excused.</param>
/// <param name="Path">A pattern for paths.</param>
/// <param name="Reason">Why it is meant.</param>
internal sealed record MeantDifference(FieldOutcome Outcome, string Path, string Reason)
{
    public static MeantDifference Extra(string path, string reason) => new(FieldOutcome.Extra, path, reason);

    public static MeantDifference Missing(string path, string reason) => new(FieldOutcome.Missing, path, reason);

    public static MeantDifference Different(string path, string reason) => new(FieldOutcome.Different, path, reason);

    public bool Covers(FieldComparison field) => field.Outcome == Outcome && PathPattern.Matches(Path, field.Path);
}
