namespace Holdfast.Analyzers.Rules;

/// <summary>The name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest edits, where these are at most a third of the name.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int fewest = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates.OrderBy(static candidate => candidate, StringComparer.Ordinal))
        {
            int edits = Edits(name, candidate);
            if (edits < fewest)
            {
                fewest = edits;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replace = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
