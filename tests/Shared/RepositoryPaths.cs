using System.Runtime.CompilerServices;

namespace Holdfast.Tests.Shared;

/// <summary>Where tests find the repository's own files.</summary>
internal static class RepositoryPaths
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A folder beside the repository that holds real manifests; absent on most machines.</summary>
    public static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    private static string FindRoot([CallerFilePath] string? thisFile = null)
    {
        // A deterministic build maps source paths, so the output folder is where the search begins then.
        string? directory = File.Exists(thisFile) ? Path.GetDirectoryName(thisFile) : AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Analyzers.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new InvalidOperationException($"There is no Analyzers.sln above {thisFile}.");
    }
}
