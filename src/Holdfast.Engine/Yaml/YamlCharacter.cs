namespace Holdfast.Engine.Yaml;

/// <summary>What may be in a YAML text as it is.</summary>
internal static class YamlCharacter
{
    /// <summary>
    /// Whether a character may only be written as an escape: what some reader refuses (control characters, U+FFFE), takes
    /// for a line break (NEL, LS, PS) or swallows (the byte order mark), and what would reorder the text before the eyes
    /// of a reviewer (bidirectional overrides and isolates). Tab and newline count; surrogates do not.
    /// </summary>
    public static bool NeedsEscape(char c) => c switch
    {
        < ' ' => true,
        < '\x7F' => false,
        <= '\x9F' => true,
        < '\u2028' => false,
        <= '\u202E' => true,
        < '\u2066' => false,
        <= '\u2069' => true,
        _ => c is '\uFEFF' or '\uFFFE' or '\uFFFF',
    };

    /// <summary>Whether a surrogate pair, one character beyond the basic plane, begins here.</summary>
    public static bool IsPairAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
}
