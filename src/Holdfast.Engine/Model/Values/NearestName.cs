namespace Holdfast.Engine.Model.Values;

/// <summary>The name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest edits, where these are at most a third of the name.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int fewest = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            // Of several with as few edits, the first one by its name.
            bool isBefore = nearest is not null && string.CompareOrdinal(candidate, nearest) < 0;
            int most = isBefore ? fewest : fewest - 1;
            if (Math.Abs(candidate.Length - name.Length) <= most && Edits(name, candidate, most) is { } edits)
            {
                fewest = edits;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Levenshtein's distance; null where it is more than is asked for, which is mostly clear after a few characters.</summary>
    private static int? Edits(string left, string right, int most)
    {
        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replace = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
                least = Math.Min(least, current[j]);
            }

            if (least > most)
            {
                return null;
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length] <= most ? previous[right.Length] : null;
    }
}
