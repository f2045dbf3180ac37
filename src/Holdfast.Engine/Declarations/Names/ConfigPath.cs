namespace Holdfast.Engine.Declarations.Names;

/// <summary>Paths of files that declarations name, relative to the project's folder.</summary>
internal static class ConfigPath
{
    /// <summary>One spelling for a path, on whatever system it was written.</summary>
    public static string Normalize(string path)
    {
        string normal = path.Replace('\\', '/');
        return normal.StartsWith("./", StringComparison.Ordinal) ? normal.Substring(2) : normal;
    }
}
