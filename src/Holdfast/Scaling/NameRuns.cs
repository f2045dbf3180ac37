namespace Holdfast;

/// <summary>Puts names that differ in their ordinals alone into few words: <c>w-0 to w-11, w-15</c>.</summary>
internal static class NameRuns
{
    /// <summary>As many as this that follow each other are written as the first and the last.</summary>
    private const int Shortest = 3;

    public static string Of(IEnumerable<Pod> pods) => Of(pods.Select(pod => (pod.Ordinal, pod.Name)));

    public static string Of(IEnumerable<(int Ordinal, string Name)> names)
    {
        List<string> parts = [];
        List<(int Ordinal, string Name)> run = [];
        foreach ((int Ordinal, string Name) name in names)
        {
            if (run.Count > 0 && name.Ordinal != run[^1].Ordinal + 1)
            {
                End(parts, run);
            }

            run.Add(name);
        }

        End(parts, run);
        return string.Join(", ", parts);
    }

    private static void End(List<string> parts, List<(int Ordinal, string Name)> run)
    {
        parts.AddRange(run.Count >= Shortest ? [$"{run[0].Name} to {run[^1].Name}"] : run.Select(name => name.Name));
        run.Clear();
    }
}
