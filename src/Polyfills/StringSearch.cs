namespace System;

/// <summary>What newer frameworks have of strings; without it LINQ looks for a character, with an enumerator for each string.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal static class StringSearch
{
    public static bool Contains(this string text, char character) => text.IndexOf(character) >= 0;
}
