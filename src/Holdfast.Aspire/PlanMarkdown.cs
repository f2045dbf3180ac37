using System.Text;

namespace Holdfast.Aspire;

/// <summary>
/// Puts a plan into Markdown that looks as the plan does: its lines, and how far they are indented. A block of code would do the same with a frame and buttons around it,
/// and in a font that is too wide for a dialog.
/// </summary>
internal static class PlanMarkdown
{
    /// <summary>The Markdown of a plan.</summary>
    public static string Of(string plan)
    {
        string[] lines = plan.ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder();
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].TrimStart(' ');
            for (int space = line.Length; space < lines[index].Length; space++)
            {
                // Two, since they are narrower than letters; by name, since blanks at the beginning of a line are taken away.
                text.Append("&nbsp;&nbsp;");
            }

            foreach (char character in line)
            {
                // Whatever could mean something: "1." would begin a list.
                text.Append(char.IsAscii(character) && char.IsPunctuation(character) ? "\\" : "").Append(character);
            }

            bool goesOn = line.Length > 0 && index + 1 < lines.Length && lines[index + 1].Length > 0;
            text.Append(goesOn ? "\\\n" : index + 1 < lines.Length ? "\n" : "");
        }

        return text.ToString();
    }
}
