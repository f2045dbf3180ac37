using System.Globalization;

namespace Holdfast.Tool.Planning;

/// <summary>Puts names that differ in their ordinals alone into few words: <c>orders-0 to orders-4</c>.</summary>
internal static class NameList
{
    /// <summary>As many as this that follow each other are written as the first and the last.</summary>
    private const int Shortest = 3;

    /// <summary>The names in their order; runs may go up or down.</summary>
    public static string Of(IEnumerable<string> names)
    {
        var parts = new List<string>();
        var run = new List<string>();
        int step = 0;
        foreach (string name in names)
        {
            int next = run.Count > 0 ? Step(run[^1], name) : 0;
            if (run.Count > 0 && (next == 0 || (run.Count > 1 && next != step)))
            {
                End(parts, run);
            }

            step = next;
            run.Add(name);
        }

        End(parts, run);
        return string.Join(", ", parts);
    }

    private static void End(List<string> parts, List<string> run)
    {
        parts.AddRange(run.Count >= Shortest ? [$"{run[0]} to {run[^1]}"] : run);
        run.Clear();
    }

    /// <summary>1 or -1 where the second name is the next one up or down; else 0.</summary>
    private static int Step(string one, string other)
    {
        (string Stem, int Ordinal) left = Split(one);
        (string Stem, int Ordinal) right = Split(other);
        int step = right.Ordinal - left.Ordinal;
        return left.Stem == right.Stem && left.Ordinal >= 0 && right.Ordinal >= 0 && step is 1 or -1 ? step : 0;
    }

    private static (string Stem, int Ordinal) Split(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        string pod = dot < 0 ? name : name[..dot];
        int dash = pod.LastIndexOf('-');
        return dash >= 0 && int.TryParse(pod[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
            ? (pod[..dash] + "|" + (dot < 0 ? string.Empty : name[dot..]), ordinal)
            : (name, -1);
    }
}
