namespace Holdfast.Fuzz.Tests;

/// <summary>A source that was changed.</summary>
/// <param name="Index">The case's number.</param>
/// <param name="Origin">What it was.</param>
/// <param name="Text">What it has become.</param>
internal sealed record Mutant(int Index, RealSource Origin, string Text)
{
    /// <summary>Whether only the file itself is analyzed, as an editor does with each key; a build analyzes the whole project.</summary>
    public bool IsInEditor { get; init; }

    public override string ToString() => $"from {Origin}:\n{Text}";
}
