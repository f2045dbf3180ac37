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
    /// <param name="directory">The folder.</param>
    /// <param name="assemblyName">The assembly whose build writes it.</param>
    /// <param name="manifests">What is to be written.</param>
    /// <param name="onWindows">Whether the names of Windows' devices are taken.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="needs">What must be in the cluster before, for README.md; <see langword="null"/> for none of that file.</param>
    public static IReadOnlyList<OutputFile> For(
        string directory,
        string assemblyName,
        IReadOnlyCollection<Manifest> manifests,
        bool onWindows,
        ICollection<Problem> problems,
        IReadOnlyList<PrerequisiteLine>? needs = null)
    {
        var files = new List<OutputFile>();

        // Two names that differ in case are one file on half of the machines, so they are one file everywhere.
        var taken = new Dictionary<string, Manifest>(StringComparer.OrdinalIgnoreCase);
        foreach (var manifest in manifests.OrderBy(m => m.FileName, StringComparer.Ordinal).ThenByDescending(m => m.Rank ?? 0))
        {
            if (FileNames.WhyNot(manifest.FileName, onWindows) is { } reason)
            {
                problems.Add(Problems.UnsafeFileName(manifest, reason));
            }
            else if (taken.TryGetValue(manifest.FileName, out var other))
            {
                if (other.Rank is null || manifest.Rank is null || (other.Rank == manifest.Rank && other.Text != manifest.Text))
                {
                    problems.Add(Problems.SameFile(other, manifest));
                }
            }
            else
            {
                taken.Add(manifest.FileName, manifest);
                files.Add(File(directory, manifest.FileName, manifest.Text));
            }
        }

        if (files.Count > 0)
        {
            var kustomization = Kustomization.Text(assemblyName, files.Select(f => f.Name));
            if (needs is not null)
            {
                files.Add(File(directory, FileNames.Readme, Readme.Text(assemblyName, taken.Values, needs)) with { GivesWay = true });
            }

            files.Add(File(directory, FileNames.Kustomization, kustomization));
        }

        return files;
    }

    // A constant could hold the line ends of the machine that compiled it; the file must be the same from all.
    private static OutputFile File(string directory, string name, string text) =>
        new(Path.Combine(directory, name), Utf8.GetBytes(text.Replace("\r\n", "\n")));
}
