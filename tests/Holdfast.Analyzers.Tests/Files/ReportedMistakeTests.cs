using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>
/// Mistakes of kinds that are often reported in public, each made small, with other names, and beside it the same without the mistake.
/// The files in <c>Reported</c> have them by kind: a title, the manifests with what is found, and the right form.
/// </summary>
public class ReportedMistakeTests
{
    private const string Head = "=== ";

    private const string Right = "right";

    public static TheoryData<string, string> Mistakes()
    {
        var data = new TheoryData<string, string>();
        foreach (string kind in (string[])["Names", "References", "Selectors"])
        {
            foreach ((string title, _, _) in Read(kind))
            {
                data.Add(kind, title);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task IsFoundAndItsRightFormIsNot(string kind, string title)
    {
        (_, string wrong, string right) = Assert.Single(Read(kind), item => item.Title == title);
        Assert.Contains("{|", wrong, StringComparison.Ordinal);
        await new ManifestRun().File("k8s/all.yaml", wrong).VerifyAsync();
        Assert.Empty(await new ManifestRun().File("k8s/all.yaml", right).ShowAsync());
    }

    [Theory]
    [InlineData("Names")]
    [InlineData("References")]
    [InlineData("Selectors")]
    public void EachKindHasTen(string kind) => Assert.True(Read(kind).DistinctBy(static item => item.Title).Count() >= 10);

    private static IEnumerable<(string Title, string Wrong, string Right)> Read(string kind)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "tests", "Holdfast.Analyzers.Tests", "Files", "Reported", kind + ".txt")).ReplaceLineEndings("\n");
        string[] parts = ("\n" + text).Split("\n" + Head, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 1 < parts.Length; i += 2)
        {
            string[] wrong = parts[i].Split('\n', 2);
            string[] right = parts[i + 1].Split('\n', 2);
            Assert.Equal(Right, right[0]);
            yield return (wrong[0], wrong[1], right[1]);
        }
    }
}
