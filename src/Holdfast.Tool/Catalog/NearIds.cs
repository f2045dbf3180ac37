namespace Holdfast.Tool.Catalog;

/// <summary>Ids that are meant where a mistyped one is written.</summary>
internal static class NearIds
{
    /// <summary>The nearest ids, at most three; none where nothing is near.</summary>
    public static string[] Of(string text, IEnumerable<string> ids) =>
    [
        .. ids
            .Select(id => (Id: id, Steps: Distance(text, id)))
            .Where(static item => item.Steps <= 2)
            .OrderBy(static item => item.Steps)
            .ThenBy(static item => item.Id, StringComparer.Ordinal)
            .Take(3)
            .Select(static item => item.Id),
    ];

    /// <summary>How many characters have to be added, removed, replaced or swapped with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        int[,] steps = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    steps[i, j] = i + j;
                    continue;
                }

                int replaced = steps[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                steps[i, j] = Math.Min(replaced, 1 + Math.Min(steps[i - 1, j], steps[i, j - 1]));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[left.Length, right.Length];
    }
}
