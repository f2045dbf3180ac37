using System.Text;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>The list of all rules is made of their pages.</summary>
public class RuleIndexTests
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Root, "docs/rules");

    [Fact]
    public void ListsEveryPage()
    {
        string expected = Index();
        string path = Path.Combine(Folder, "README.md");
        if (Snapshot.Accepts)
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path) : "(missing)");
    }

    private static string Index()
    {
        var text = new StringBuilder("""
            # Rules

            Written from the pages by a test; `HOLDFAST_ACCEPT_SNAPSHOTS=true dotnet test tests/Holdfast.Analyzers.Tests` writes it again.

            | | | |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (string page in Directory.EnumerateFiles(Folder, "HF*.md").Order(StringComparer.Ordinal))
        {
            string[] lines = File.ReadAllLines(page);
            string id = Path.GetFileNameWithoutExtension(page);
            text.Append($"| [{id}]({id}.md) | {lines[0][(id.Length + 4)..]} | {lines[2]["Severity: ".Length..]} |\n");
        }

        return text.ToString();
    }
}
