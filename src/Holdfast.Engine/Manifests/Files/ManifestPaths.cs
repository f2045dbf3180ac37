using System.Collections.Immutable;

namespace Holdfast.Engine.Manifests.Files;

/// <summary>Paths of manifests, as text: nothing here looks at a disk.</summary>
internal static class ManifestPaths
{
    public static readonly string[] KustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>Whether a file's name says that it is kustomize's own.</summary>
    public static bool IsKustomization(string path) => KustomizationNames.Contains(FileNameOf(path), StringComparer.Ordinal);

    public static string Normalize(string path) => path.Replace('\\', '/');

    public static string DirectoryOf(string path)
    {
        int end = path.LastIndexOf('/');
        return end < 0 ? string.Empty : path.Substring(0, end);
    }

    public static string FileNameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>Where a relative path leads from a folder.</summary>
    public static string Combine(string directory, string relative)
    {
        var parts = new List<string>(directory.Split('/'));
        foreach (string part in Normalize(relative).Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>How many steps lead from one folder to another: what is near is meant before what is far.</summary>
    public static int Distance(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        int common = 0;
        while (common < left.Length && common < right.Length && left[common] == right[common])
        {
            common++;
        }

        return left.Length + right.Length - (2 * common);
    }
}
