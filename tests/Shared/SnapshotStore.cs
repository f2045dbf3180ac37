using System.Text;
using DiffPlex.Renderer;

namespace Holdfast.Tests.Shared;

/// <summary>Compares texts with the files of a folder, and leaves there what was received instead.</summary>
internal static class SnapshotStore
{
    private static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <returns>What differs, one paragraph for each file; nothing where all is as verified, or was accepted.</returns>
    public static IReadOnlyList<string> Check(
        string directory, string stem, IReadOnlyList<SnapshotTarget> targets, bool accept)
    {
        var problems = new List<string>();
        foreach (SnapshotTarget target in targets)
        {
            if (CheckTarget(Path.Combine(directory, stem + target.Suffix), target, accept) is { } problem)
            {
                problems.Add(problem);
            }
        }

        foreach (string verified in FindLeftOver(directory, stem, targets))
        {
            if (accept)
            {
                File.Delete(verified);
            }
            else
            {
                problems.Add($"{Path.GetFileName(verified)}: nothing of that name was received.");
            }
        }

        return problems;
    }

    private static string? CheckTarget(string path, SnapshotTarget target, bool accept)
    {
        string verified = $"{path}.verified.{target.Extension}";
        string received = $"{path}.received.{target.Extension}";
        string? expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (accept && expected != target.Text)
        {
            File.WriteAllText(verified, target.Text, Utf8WithMark);
            expected = target.Text;
        }

        if (expected == target.Text)
        {
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, target.Text, Utf8WithMark);
        return expected is null
            ? $"{Path.GetFileName(verified)}: does not exist yet. Received:\n{target.Text}"
            : Describe(expected, target.Text, verified, received);
    }

    private static string Describe(string expected, string actual, string verified, string received)
    {
        string diff = UnidiffRenderer.GenerateUnidiff(
            expected, actual, Path.GetFileName(verified), Path.GetFileName(received), ignoreWhitespace: false);
        return diff.Contains("\n+", StringComparison.Ordinal) || diff.Contains("\n-", StringComparison.Ordinal)
            ? diff
            : $"{Path.GetFileName(verified)}: differs in line ends, or in the newline at the end of the text.";
    }

    private static IEnumerable<string> FindLeftOver(
        string directory, string stem, IReadOnlyList<SnapshotTarget> targets)
    {
        var current = targets.Select(target => $"{stem}{target.Suffix}.verified.{target.Extension}").ToHashSet();
        return from path in Directory.GetFiles(directory, "*.verified.*")
               let name = Path.GetFileName(path)
               where name.StartsWith(stem + ".verified.", StringComparison.Ordinal)
                   || name.StartsWith(stem + "#", StringComparison.Ordinal)
               where !current.Contains(name)
               orderby name
               select path;
    }
}
