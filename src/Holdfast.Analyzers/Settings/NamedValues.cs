namespace Holdfast.Analyzers.Settings;

/// <summary>
/// The text of a build property: one value for all applications, or <c>orders=5,ledger=3</c>. Commas and spaces separate:
/// the compiler cuts properties at semicolons, and on a command line MSBuild ends a property at a comma.
/// </summary>
internal static class NamedValues
{
    private static readonly char[] Separators = [',', ' ', '\t'];

    /// <summary>The value for an application; null where the text has none for it.</summary>
    public static string? For(string? text, string application)
    {
        if (text is null || !IsList(text))
        {
            return text;
        }

        string? value = null;
        foreach ((string name, string? named) in Entries(text))
        {
            value = name == application && named is not null ? named : value;
        }

        return value;
    }

    /// <summary>The entries of a list, in order; an entry without <c>=</c> has no value. Nothing where it is one value.</summary>
    public static IEnumerable<(string Name, string? Value)> Entries(string text)
    {
        if (!IsList(text))
        {
            yield break;
        }

        foreach (string entry in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = entry.IndexOf('=');
            yield return equals < 0 ? (entry, null) : (entry.Substring(0, equals), entry.Substring(equals + 1));
        }
    }

    private static bool IsList(string text) => text.IndexOf('=') >= 0;
}
