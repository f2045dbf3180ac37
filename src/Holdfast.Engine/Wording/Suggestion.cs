namespace Holdfast.Engine.Wording;

/// <summary>The end of a message that has something to offer.</summary>
internal static class Suggestion
{
    public static string Text(string? suggestion) => suggestion is null ? string.Empty : $": '{suggestion}'";
}
