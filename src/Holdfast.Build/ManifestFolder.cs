namespace Holdfast.Build;

/// <summary>The only place that changes files.</summary>
internal static class ManifestFolder
{
    /// <summary>A file's bytes, or <see langword="null"/> when there is none.</summary>
    public static byte[]? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    /// <summary>What earlier builds wrote; nothing when they left no stamp.</summary>
    public static IReadOnlyList<StampEntry> Remembered(string stampFile, string projectDirectory) =>
        File.Exists(stampFile) ? Stamp.Parse(File.ReadAllLines(stampFile), projectDirectory) : [];

    /// <summary>Does what <paramref name="plan"/> says: first the new, then the old goes.</summary>
    public static void Apply(FolderPlan plan)
    {
        foreach (var file in plan.Writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path));
            AtomicFile.Write(file.Path, file.Content);
        }

        foreach (var path in plan.Deletes)
        {
            File.Delete(path);
        }

        foreach (var directory in plan.Deletes.Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal))
        {
            if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
            {
                Directory.Delete(directory);
            }
        }
    }
}
