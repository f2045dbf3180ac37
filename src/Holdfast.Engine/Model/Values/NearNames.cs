using System.Text.RegularExpressions;

namespace Holdfast.Engine.Model.Values;

/// <summary>
/// Whether a name was probably meant for another one. Stricter than <see cref="NearestName"/>, for names that may be right somewhere else:
/// of the words between dashes and dots one differs, by a letter or two.
/// </summary>
internal static class NearNames
{
    /// <summary>Shorter words are near to everything.</summary>
    private const int Shortest = 4;

    /// <summary>From this length on, two letters may differ.</summary>
    private const int Long = 8;

    private static readonly Regex Separator = new("[^A-Za-z0-9]+", RegexOptions.CultureInvariant);

    private static readonly Regex Numbers = new("[0-9]+", RegexOptions.CultureInvariant);

    /// <summary>The candidate that was probably meant; null where there is none.</summary>
    public static string? Find(string name, IEnumerable<string> candidates) =>
        candidates.Where(candidate => Are(name, candidate)).OrderBy(static candidate => candidate, StringComparer.Ordinal).FirstOrDefault();

    private static bool Are(string name, string candidate)
    {
        // Names that differ in their numbers alone are those of two things: config-v1 and config-v2.
        if (name.Length < Shortest || Math.Abs(name.Length - candidate.Length) > 2 || Numbers.Replace(name, "#") == Numbers.Replace(candidate, "#"))
        {
            return false;
        }

        string[] words = Separator.Split(name);
        string[] others = Separator.Split(candidate);
        if (words.Length != others.Length)
        {
            return string.Concat(words) == string.Concat(others);
        }

        int[] different = [.. Enumerable.Range(0, words.Length).Where(i => words[i] != others[i])];
        return different.Length == 0 || (different.Length == 1 && IsTypo(words[different[0]], others[different[0]]));
    }

    private static bool IsTypo(string word, string other) =>
        word.Length >= Shortest && other.Length >= Shortest && Edits(word, other) <= (Math.Min(word.Length, other.Length) >= Long ? 2 : 1);

    /// <summary>How many letters were left out, added, changed or exchanged with the next one.</summary>
    private static int Edits(string left, string right)
    {
        int[,] edits = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }

                int change = edits[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(change, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[left.Length, right.Length];
    }
}
