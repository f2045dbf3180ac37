namespace Holdfast.Tool.Files;

/// <summary>Paths as reports show them.</summary>
internal static class ShownPaths
{
    /// <summary>Relative to a folder where the file is below it, else in full; with <c>/</c> between the parts.</summary>
    public static string Of(string path, string directory)
    {
        if (path == InputFiles.StandardInput)
        {
            return "stdin";
        }

        string relative = Path.GetRelativePath(directory, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
