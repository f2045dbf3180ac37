using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Files;

/// <summary>Finds and reads the files that a command is given: files, folders with all below them, and standard input.</summary>
internal static class InputFiles
{
    /// <summary>What stands for standard input among the arguments.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads all of them, in the order of their paths.</summary>
    /// <param name="paths">Paths of files or folders, or <c>-</c>.</param>
    /// <param name="host">The host.</param>
    /// <param name="progress">Takes how many of how many are read.</param>
    public static InputFile[] Read(IReadOnlyCollection<string> paths, ToolHost host, Action<int, int>? progress = null)
    {
        var found = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        var read = new List<InputFile>();
        foreach (string path in paths)
        {
            if (path == StandardInput)
            {
                using Stream input = host.OpenInput();
                read.Add(new InputFile(StandardInput, FileTexts.Read(input)));
                continue;
            }

            string full = Path.GetFullPath(path, host.Directory);
            if (Directory.Exists(full))
            {
                // A folder of shipped manifests that is named itself is meant as it is.
                Walk(new DirectoryInfo(full), shipped: null, found);
            }
            else if (File.Exists(full))
            {
                found[full] = null;
            }
            else
            {
                throw new InputException($"'{path}' is neither a file nor a folder.");
            }
        }

        var files = new InputFile[found.Count];
        int done = 0;
        Parallel.ForEach(found.Select(static (file, index) => (file.Key, file.Value, index)), item =>
        {
            files[item.index] = new InputFile(item.Key, FileTexts.Read(item.Key)) { ShippedPath = item.Value };
            progress?.Invoke(Interlocked.Increment(ref done), files.Length);
        });
        return [.. read, .. files];
    }

    private static void Walk(DirectoryInfo folder, string? shipped, SortedDictionary<string, string?> found)
    {
        foreach (FileSystemInfo item in folder.EnumerateFileSystemInfos())
        {
            if (item is DirectoryInfo below)
            {
                // A link to a folder may lead back to where it is.
                if (below.LinkTarget is null && ManifestPatterns.IsWalked(below.Name))
                {
                    Walk(below, shipped ?? (below.Name == ManifestPatterns.Shipped ? below.FullName : null), found);
                }
            }
            else if (ManifestPatterns.IsManifest(item.Name))
            {
                found[item.FullName] = shipped is null ? null : Path.GetRelativePath(shipped, item.FullName).Replace('\\', '/');
            }
        }
    }
}
