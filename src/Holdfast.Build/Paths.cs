namespace Holdfast.Build;

/// <summary>Paths as they are stored and as they are shown.</summary>
internal static class Paths
{
    /// <summary><paramref name="path"/> as seen from <paramref name="directory"/> when it is below it, else unchanged.</summary>
    public static string RelativeTo(string directory, string path)
    {
        // From the root of the file system, or from nowhere, everything is below: then the whole path says more.
        var root = directory.TrimEnd(Separators) + Path.DirectorySeparatorChar;
        return root.Length > 1 && path.Length > root.Length && path.StartsWith(root, StringComparison.Ordinal) ? path.Substring(root.Length) : path;
    }

    /// <summary>The full path of what a project says, on any system and with either slash.</summary>
    public static string Full(string directory, string path) =>
        Path.GetFullPath(Path.Combine(directory, path.Replace('\\', Path.DirectorySeparatorChar)));

    /// <summary>
    /// A folder as the user can paste it behind a command: from where the build was started when it is below that, without
    /// the slash at the end, and in quotes where there is a space.
    /// </summary>
    public static string ForCommandLine(string startDirectory, string directory)
    {
        var path = RelativeTo(startDirectory, directory.TrimEnd(Separators));
        return path.Any(char.IsWhiteSpace) ? $"\"{path}\"" : path;
    }

    private static char[] Separators { get; } = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
}
