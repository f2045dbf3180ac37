namespace Holdfast.Build;

/// <summary>
/// The file in obj that remembers what was written: its time tells MSBuild whether there is work, its lines tell the next
/// build and "dotnet clean" what is ours. Each line is the content's hash, a space, and the path from the project's folder
/// (so that a moved or cached tree keeps its memory), with <c>.kept</c> appended for a file that is no longer declared.
/// Holdfast.targets reads these lines as well.
/// </summary>
internal static class Stamp
{
    private const string KeptSuffix = ".kept";

    /// <summary>Reads the lines; those that make no sense are nothing that we know of.</summary>
    public static IReadOnlyList<StampEntry> Parse(IEnumerable<string> lines, string projectDirectory)
    {
        var entries = new List<StampEntry>();
        foreach (var line in lines)
        {
            if (line.Length > ContentHash.Length + 1 && line[ContentHash.Length] == ' ')
            {
                var path = line.Substring(ContentHash.Length + 1);
                var kept = path.EndsWith(KeptSuffix, StringComparison.Ordinal);
                path = kept ? path.Substring(0, path.Length - KeptSuffix.Length) : path;
                entries.Add(new StampEntry(Paths.Full(projectDirectory, path), line.Substring(0, ContentHash.Length), kept));
            }
        }

        return entries;
    }

    /// <summary>The text to remember.</summary>
    public static string Format(IEnumerable<StampEntry> entries, string projectDirectory) => string.Concat(
        entries
            .OrderBy(e => e.Path, StringComparer.Ordinal)
            .Select(e => $"{e.Hash} {Paths.RelativeTo(projectDirectory, e.Path).Replace('\\', '/')}{(e.IsKept ? KeptSuffix : "")}\n"));
}
