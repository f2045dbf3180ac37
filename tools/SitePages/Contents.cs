using System.Text;
using System.Text.RegularExpressions;

namespace Holdfast.Tools.SitePages;

/// <summary>The tables of contents beside the pages, made of the tables that the pages themselves have.</summary>
public static partial class Contents
{
    /// <summary>The pages of the table in <c>docs/README.md</c>, in its order; a folder has its own pages below it.</summary>
    public static string OfPages(string docs)
    {
        var text = new StringBuilder();
        foreach (Match row in PageRow().Matches(Read(docs, "README.md")))
        {
            string page = row.Groups[2].Value;
            Add(text, 0, row.Groups[1].Value, page);
            if (!page.EndsWith("/README.md", StringComparison.Ordinal) || page.StartsWith("rules/", StringComparison.Ordinal))
            {
                continue;
            }

            text.Append("  items:\n");
            string folder = page[..^"README.md".Length];
            foreach (Match inner in PageRow().Matches(Read(docs, page)))
            {
                string file = folder + inner.Groups[2].Value;
                Add(text, 1, Heading().Match(Read(docs, file)).Groups[1].Value.Trim(), file);
            }
        }

        return text.ToString();
    }

    /// <summary>The rules of the table in <c>docs/rules/README.md</c>, by the families that <c>docs/getting-started.md</c> describes.</summary>
    public static string OfRules(string docs)
    {
        ILookup<char, Match> rules = RuleRow().Matches(Read(docs, "rules/README.md")).ToLookup(static row => row.Groups[1].Value[2]);
        var text = new StringBuilder();
        Add(text, 0, "All rules", "README.md");
        foreach (Match family in FamilyRow().Matches(Read(docs, "getting-started.md")))
        {
            text.Append("- name: ").Append(Quoted(family.Groups[2].Value)).Append("\n  items:\n");
            foreach (Match row in rules[family.Groups[1].Value[0]])
            {
                Add(text, 1, $"{row.Groups[1].Value}: {row.Groups[2].Value}", row.Groups[1].Value + ".md");
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, int level, string name, string page)
    {
        string indent = new(' ', level * 2);
        text.Append(indent).Append("- name: ").Append(Quoted(name)).Append('\n').Append(indent).Append("  href: ").Append(page).Append('\n');
    }

    private static string Quoted(string name) => $"'{name.Replace("`", "", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Read(string docs, string page) => File.ReadAllText(Path.Combine(docs, page)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| \[([^\]]+)\]\(([^)]+)\) \|", RegexOptions.Multiline)]
    private static partial Regex PageRow();

    [GeneratedRegex(@"^\| \[(HF\d+)\]\([^)]+\) \| (.+?) \|", RegexOptions.Multiline)]
    private static partial Regex RuleRow();

    [GeneratedRegex(@"^\| HF(\d)xxx \| ([^:|]+?)(?:[:|]| that )", RegexOptions.Multiline)]
    private static partial Regex FamilyRow();

    [GeneratedRegex("^# (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
