namespace Holdfast.Build;

/// <summary>Writes files that are either the old or the new ones, whenever the build is stopped.</summary>
internal static class AtomicFile
{
    /// <summary>Writes <paramref name="content"/> to <paramref name="path"/>.</summary>
    public static void Write(string path, byte[] content)
    {
        // In the same folder, since only a move within a volume is atomic; the name ends in nothing that kubectl reads.
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            if (File.Exists(path))
            {
                File.Replace(temporary, path, destinationBackupFileName: null);
            }
            else
            {
                File.Move(temporary, path);
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
