using System.Text;

namespace Holdfast.Build;

/// <summary>Decides which files the folder has to hold.</summary>
internal static class OutputFiles
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// The files for <paramref name="manifests"/>, kustomization.yaml last, so that a reader of the folder meanwhile never
    /// finds a name in the list before the file is there. No manifest, no file. On a problem nothing is to be written.
    /// </summary>
    public static IReadOnlyList<OutputFile> For(
        string directory, string assemblyName, IReadOnlyCollection<Manifest> manifests, bool onWindows, ICollection<Problem> problems)
    {
        var files = new List<OutputFile>();

        // Two names that differ in case are one file on half of the machines, so they are one file everywhere.
        var taken = new Dictionary<string, Manifest>(StringComparer.OrdinalIgnoreCase);
        foreach (var manifest in manifests.OrderBy(m => m.FileName, StringComparer.Ordinal))
        {
            if (FileNames.WhyNot(manifest.FileName, onWindows) is { } reason)
            {
                problems.Add(Problems.UnsafeFileName(manifest, reason));
            }
            else if (taken.TryGetValue(manifest.FileName, out var other))
            {
                problems.Add(Problems.SameFile(other, manifest));
            }
            else
            {
                taken.Add(manifest.FileName, manifest);
                files.Add(File(directory, manifest.FileName, manifest.Text));
            }
        }

        if (files.Count > 0)
        {
            files.Add(File(directory, FileNames.Kustomization, Kustomization.Text(assemblyName, files.Select(f => f.Name))));
        }

        return files;
    }

    // A constant could hold the line ends of the machine that compiled it; the file must be the same from all.
    private static OutputFile File(string directory, string name, string text) =>
        new(Path.Combine(directory, name), Utf8.GetBytes(text.Replace("\r\n", "\n")));
}
