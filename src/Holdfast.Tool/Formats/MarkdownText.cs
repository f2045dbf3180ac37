namespace Holdfast.Tool.Formats;

/// <summary>Markdown on a terminal: it stays as it is written, and headings and code stand out.</summary>
internal static class MarkdownText
{
    public static string Paint(string markdown)
    {
        var paint = new Paint(true);
        bool isCode = false;
        var lines = new List<string>();
        foreach (string line in markdown.Split('\n'))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            lines.Add(isFence || isCode ? paint.Dim(line) : line.StartsWith('#') ? paint.Bold(line) : line);
        }

        return string.Join('\n', lines);
    }
}
