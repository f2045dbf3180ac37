using Holdfast.Tests.Shared;
using Holdfast.Tools.Pictures;

namespace Holdfast.Docs.Tests;

/// <summary>What the README shows is what the product makes, and it is short enough to be read.</summary>
public class ReadmeTests
{
    /// <summary>Without its tables of code and comparison a reader sees it on one screen.</summary>
    private const int MostWords = 750;

    /// <summary>The manifest beside the ten lines of C# is theirs; a line <c># …</c> stands for any number of lines.</summary>
    [Fact]
    public void TheYamlIsWhatTheDeclarationMakes()
    {
        string csharp = Block.All.First(static block => block is { Page: "README.md", Language: "csharp" }).Text;
        string yaml = Block.All.First(static block => block is { Page: "README.md", Language: "yaml" }).Text;
        string[] written = Manifest(csharp);

        Assert.Null(Difference(yaml.TrimEnd('\n').Split('\n'), written));
    }

    /// <summary>A comparison that passes everything would show nothing.</summary>
    [Theory]
    [InlineData("a\nc", "a\nb\nc")]
    [InlineData("a\n# …\nd", "a\nb\nc")]
    [InlineData("# …\nb", "a\nb\nc")]
    public void FindsAnotherManifest(string shown, string written) => Assert.NotNull(Difference(shown.Split('\n'), written.Split('\n')));

    [Fact]
    public void ItIsShort() =>
        Assert.InRange(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "README.md")).Split((char[])[' ', '\n', '|'], StringSplitOptions.RemoveEmptyEntries).Length, 1, MostWords);

    /// <summary>Pictures are drawn from what analyzers, fixes and generator say now.</summary>
    [Fact]
    public async Task ThePicturesAreDrawnFromTheProduct()
    {
        foreach ((string path, string svg) in await Picture.AllAsync())
        {
            string file = Path.Combine(RepositoryPaths.Root, path);
            if (Snapshot.Accepts)
            {
                await File.WriteAllTextAsync(file, svg, TestContext.Current.CancellationToken);
            }

            Assert.True(
                svg == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                $"{path} is out of date: dotnet run --project tools/Pictures draws it again.");
        }
    }

    /// <summary>The build writes its own comment before the first object.</summary>
    private static string[] Manifest(string csharp)
    {
        GeneratorRun run = GeneratorRun.Of("global using System;\n" + csharp);
        string source = Assert.Single(run.Sources).SourceText.ToString();
        int start = source.IndexOf("string Yaml = @\"", StringComparison.Ordinal) + "string Yaml = @\"".Length;
        string text = source[start..source.IndexOf("\";", start, StringComparison.Ordinal)];
        return [.. text.ReplaceLineEndings("\n").Split('\n').Skip(1)];
    }

    /// <summary>The first line that is shown and not written there; null where all are.</summary>
    private static string? Difference(string[] shown, string[] written)
    {
        int at = 0;
        bool mayLeaveOut = false;
        foreach (string line in shown)
        {
            if (line.Trim() == "# …")
            {
                mayLeaveOut = true;
                continue;
            }

            int found = Array.IndexOf(written, line, Math.Min(at, written.Length));
            if (found < 0 || (found > at && !mayLeaveOut))
            {
                return line;
            }

            at = found + 1;
            mayLeaveOut = false;
        }

        return at < written.Length && !mayLeaveOut && written.Skip(at).Any(static line => line.Length > 0) ? "(the end)" : null;
    }
}
