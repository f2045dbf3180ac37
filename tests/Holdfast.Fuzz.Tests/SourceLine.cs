namespace Holdfast.Fuzz.Tests;

/// <summary>A line of a declaration.</summary>
/// <param name="Text">What is there.</param>
/// <param name="Group">Lines of one group can be left out together; <see cref="Fixed"/> is always there.</param>
/// <param name="Parent">The group that this line goes with.</param>
internal sealed record SourceLine(string Text, int Group = SourceLine.Fixed, int Parent = -1)
{
    public const int Fixed = 0;
}
