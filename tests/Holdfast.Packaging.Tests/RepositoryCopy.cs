using Holdfast.Tests.Shared;

namespace Holdfast.Packaging.Tests;

/// <summary>What the packages are made of, as a fresh clone has it.</summary>
internal static class RepositoryCopy
{
    private static readonly string[] Folders = ["src", "nuget", "docs"];
    private static readonly string[] NotCloned = ["bin", "obj", ".vs"];

    public static void To(string folder)
    {
        Directory.CreateDirectory(folder);
        // Not the link of a work tree to its repository, whose commits come and go while tests run.
        foreach (string file in Directory.EnumerateFiles(RepositoryPaths.Root).Where(static file => Path.GetFileName(file) != ".git"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        foreach (string name in Folders)
        {
            Copy(Path.Combine(RepositoryPaths.Root, name), Path.Combine(folder, name));
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (string folder in Directory.EnumerateDirectories(from).Where(static folder => !NotCloned.Contains(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
