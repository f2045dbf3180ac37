using System.Net;
using System.Text.RegularExpressions;

namespace Holdfast.Tools.SitePages;

/// <summary>Links of a generated site that lead to another page, picture or heading of it.</summary>
public static partial class SiteLinks
{
    /// <summary>The links that lead nowhere, as <c>page: error SITE: text</c>.</summary>
    /// <param name="site">The folder of the site.</param>
    /// <param name="count">How many links were followed.</param>
    public static IReadOnlyList<string> Broken(string site, out int count)
    {
        site = Path.GetFullPath(site);
        Dictionary<string, Page> pages = Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories)
            .ToDictionary(static file => file, static file => Page.Of(File.ReadAllText(file)), StringComparer.Ordinal);
        var broken = new List<string>();
        count = 0;
        foreach ((string file, Page page) in pages.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (string link in page.Links)
            {
                count++;
                if (Problem(site, file, link, pages) is { } problem)
                {
                    broken.Add($"{Path.GetRelativePath(site, file).Replace('\\', '/')}: error SITE: the link '{link}' leads to {problem}.");
                }
            }
        }

        return broken;
    }

    private static string? Problem(string site, string file, string link, Dictionary<string, Page> pages)
    {
        string[] parts = link.Split('#', 2);
        string path = Uri.UnescapeDataString(parts[0].Split('?')[0]);
        string target = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(path.StartsWith('/') ? site : Path.GetDirectoryName(file)!, path.TrimStart('/')));
        if (Directory.Exists(target))
        {
            target = Path.Combine(target, "index.html");
        }

        if (!File.Exists(target))
        {
            return "a file that is not there";
        }

        string anchor = parts.Length == 1 ? "" : Uri.UnescapeDataString(parts[1]);
        return anchor.Length == 0 || (pages.TryGetValue(target, out Page? page) && page.Anchors.Contains(anchor)) ? null : "a heading that is not there";
    }

    private sealed partial record Page(IReadOnlyList<string> Links, HashSet<string> Anchors)
    {
        public static Page Of(string html)
        {
            // What scripts and comments have is text.
            string shown = NotShown().Replace(html, "");
            return new Page(
                [.. Link().Matches(shown).Select(Value).Where(static link => !External().IsMatch(link)).Distinct()],
                [.. Anchor().Matches(shown).Select(Value)]);
        }

        private static string Value(Match match) => WebUtility.HtmlDecode(match.Groups[1].Value);

        [GeneratedRegex("<!--.*?-->|(?<=<script[^>]*>).*?(?=</script>)", RegexOptions.Singleline)]
        private static partial Regex NotShown();

        [GeneratedRegex("""<[^>]*\s(?:href|src)="([^"]*)["]""")]
        private static partial Regex Link();

        [GeneratedRegex("""<[^>]*\s(?:id|name)="([^"]*)["]""")]
        private static partial Regex Anchor();

        [GeneratedRegex("^([a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase)]
        private static partial Regex External();
    }
}
