using System.Text.RegularExpressions;

namespace Holdfast.Tools.SitePages;

/// <summary>The folder that docfx reads: the pages of the repository and their tables of contents.</summary>
public static partial class PageFolder
{
    private const string Source = "https://github.com/holdfast-dotnet/holdfast/blob/main/";

    private static readonly string[] RootPages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];

    public static void Write(string repository, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        string docs = Path.Combine(repository, "docs");
        foreach (string file in RootPages.Select(page => Path.Combine(repository, page)).Concat(Directory.EnumerateFiles(docs, "*", SearchOption.AllDirectories)))
        {
            string path = Path.GetRelativePath(repository, file).Replace('\\', '/');
            string copy = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (path.EndsWith(".md", StringComparison.Ordinal))
            {
                File.WriteAllText(copy, LinkToSources(path, File.ReadAllText(file)));
            }
            else
            {
                File.Copy(file, copy);
            }
        }

        File.WriteAllText(Path.Combine(folder, "docs/toc.yml"), Contents.OfPages(docs));
        File.WriteAllText(Path.Combine(folder, "docs/rules/toc.yml"), Contents.OfRules(docs));
    }

    /// <summary>What is not a page of the site, such as a README beside sources, is read where the sources are.</summary>
    public static string LinkToSources(string path, string text) => Link().Replace(text, match =>
    {
        string target = match.Groups[1].Value;
        if (target.Contains(':', StringComparison.Ordinal) || target.StartsWith('#'))
        {
            return match.Value;
        }

        string root = Path.GetFullPath("/");
        string full = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(path)!, target));
        string inRepository = Path.GetRelativePath(root, full).Replace('\\', '/');
        string file = inRepository.Split('#')[0];
        return file.StartsWith("docs/", StringComparison.Ordinal) || RootPages.Contains(file) ? match.Value : $"]({Source}{inRepository})";
    });

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
