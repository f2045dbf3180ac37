namespace Holdfast.Engine.Yaml;

/// <summary>
/// One string for each short text that files have again and again: the names of fields and kinds, and the values that are in every
/// manifest. A text that comes to the place of another one takes it, so that the table never grows.
/// </summary>
internal static class SharedTexts
{
    private const int Places = 4096;

    /// <summary>Longer ones are seldom there twice.</summary>
    private const int Longest = 48;

    // Threads may write the same place: each string is right, whichever stays.
    private static readonly string?[] Known = new string?[Places];

    /// <summary>A part of a text.</summary>
    public static string Of(string text, int start, int end)
    {
        int length = end - start;
        if (length is 0 or > Longest)
        {
            return length == 0 ? string.Empty : text.Substring(start, length);
        }

        int hash = length;
        for (int i = start; i < end; i++)
        {
            hash = unchecked((hash * 31) + text[i]);
        }

        int place = (hash ^ (hash >> 15)) & (Places - 1);
        if (Known[place] is { } known && known.Length == length && string.CompareOrdinal(known, 0, text, start, length) == 0)
        {
            return known;
        }

        string part = text.Substring(start, length);
        Known[place] = part;
        return part;
    }
}
