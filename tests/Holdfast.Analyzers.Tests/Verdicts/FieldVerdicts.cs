using System.Globalization;
using Holdfast.Engine.Model.Views;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>The verdicts of the repository; README.md beside the files says how they are written.</summary>
internal static class FieldVerdicts
{
    private static readonly Lazy<FieldVerdict[]> Read = new(static () => [.. Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(ReadFile)]);

    public static string Folder => Path.Combine(RepositoryPaths.Root, "tests/Verdicts");

    public static IReadOnlyList<FieldVerdict> All => Read.Value;

    private static IEnumerable<FieldVerdict> ReadFile(string path)
    {
        string file = Path.GetFileNameWithoutExtension(path);
        string[] lines = File.ReadAllLines(path);
        string text = string.Empty;
        string kind = string.Empty;
        string under = string.Empty;
        string? field = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line == "base" || line.StartsWith("base under ", StringComparison.Ordinal))
            {
                under = line == "base" ? string.Empty : line["base under ".Length..] + ".";
                int end = Array.FindIndex(lines, i + 1, static next => next.Length == 0);
                text = string.Concat(lines[(i + 1)..end].Select(static next => next[2..] + "\n"));
                kind = ObjectView.KindOf(FieldVerdict.Read(text));
                i = end;
            }
            else if (line[0] != ' ')
            {
                field = under + line;
            }
            else
            {
                yield return ReadLine(line) ?? throw new FormatException($"{file}.txt({(i + 1).ToString(CultureInfo.InvariantCulture)}): {line}");
            }
        }

        FieldVerdict? ReadLine(string line)
        {
            string[] parts = line.Trim().Split(" | ");
            if (parts.Length is < 2 or > 3 || field is null)
            {
                return null;
            }

            string[] answer = parts[1].Split(": ", 2);
            if (!Enum.TryParse(answer[0], ignoreCase: true, out Answer said) || answer[0] != answer[0].ToLowerInvariant())
            {
                return null;
            }

            string found = parts.Length == 3 ? parts[2].Trim() : string.Empty;
            bool isGap = found.StartsWith("none: ", StringComparison.Ordinal);
            string value = parts[0].Trim();
            return new FieldVerdict(
                file,
                kind,
                text,
                field,
                value == "(none)" ? null : value,
                said,
                answer.Length == 2 ? answer[1] : string.Empty,
                isGap || found.Length == 0 ? [] : [.. found.Split(", ").Select(one => Complete(one, said))],
                isGap ? found["none: ".Length..] : null);
        }

        // "HF6008" is an error where the server refuses and a warning where it warns, and is at the field that is changed.
        string Complete(string found, Answer said)
        {
            string[] parts = found.Split(" at ", 2);
            string what = parts[0].StartsWith("HF", StringComparison.Ordinal) ? (said is Answer.Warning ? "warning " : "error ") + parts[0] : parts[0];
            return $"{what} at {(parts.Length == 1 ? field : parts[1] == "the object" ? string.Empty : parts[1][0] == '/' ? parts[1][1..] : under + parts[1])}";
        }
    }
}
