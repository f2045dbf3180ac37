using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Analyzers.Generation;

/// <summary>Names of generated files: legal for the compiler, and unique even where it ignores case.</summary>
internal static class HintNames
{
    /// <summary>Longer names are cut, so that paths stay within what file systems take.</summary>
    private const int LongestReadable = 120;

    /// <param name="fullName">The type's metadata name.</param>
    /// <param name="ambiguous">Names that differ from another only by case.</param>
    public static string For(string fullName, EquatableArray<string> ambiguous)
    {
        var name = new StringBuilder(fullName.Length + GeneratedCode.FileNameSuffix.Length);
        bool exact = true;
        foreach (char c in fullName)
        {
            bool legal = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '+';
            name.Append(legal ? c : '_');
            exact &= legal;
        }

        // What was replaced or cut could make two names one.
        if (!exact || name.Length > LongestReadable || ambiguous.Contains(fullName))
        {
            name.Length = Math.Min(name.Length, LongestReadable);
            name.Append('.').Append(Hash(fullName).ToString("x8", CultureInfo.InvariantCulture));
        }

        return name.Append(GeneratedCode.FileNameSuffix).ToString();
    }

    /// <summary>The names that another one equals when case is ignored; nearly always none.</summary>
    public static EquatableArray<string> FindAmbiguous(ImmutableArray<string> fullNames) => fullNames
        .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Distinct(StringComparer.Ordinal).Skip(1).Any())
        .SelectMany(static group => group)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>FNV-1a: the same on every run and machine.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
