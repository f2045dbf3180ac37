namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>What no attribute can say yet.</summary>
/// <param name="Area">The area of attributes that would say it, one of <see cref="AttributeAreas"/>.</param>
/// <param name="Path">A pattern for paths.</param>
internal sealed record NotYet(string Area, string Path)
{
    public bool Covers(FieldComparison field) => field.Outcome != FieldOutcome.Equal && PathPattern.Matches(Path, field.Path);
}
