using Holdfast.Tests.Shared;

namespace Holdfast.Tool.Tests.Commands;

/// <summary>Rules and their pages, without a network.</summary>
public class ExplainTests
{
    [Theory]
    [InlineData("HF3001")]
    [InlineData("hf3001")]
    [InlineData("3001")]
    public void ShowsThePage(string id)
    {
        using var run = new ToolRun();

        Assert.Equal(ExitCodes.Nothing, run.Run("explain", id));
        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs/rules/HF3001.md")).ReplaceLineEndings("\n"), run.Output);
    }

    [Fact]
    public void EachPageIsThere()
    {
        foreach (string page in Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "docs/rules"), "HF*.md"))
        {
            using var run = new ToolRun();
            Assert.Equal(ExitCodes.Nothing, run.Run("explain", Path.GetFileNameWithoutExtension(page)));
        }
    }

    [Theory]
    [InlineData("HF301", "Did you mean HF3001 or ")]
    [InlineData("HF0331", "Did you mean ")]
    [InlineData("nonsense", "holdfast rules lists them")]
    public void AMistypedId_IsAnsweredWithNearOnes(string id, string answer)
    {
        using var run = new ToolRun();

        Assert.Equal(ExitCodes.BadInput, run.Run("explain", id));
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_StandOut_OnATerminal()
    {
        using var run = new ToolRun { HasColors = true };
        run.Run("explain", "HF3001");

        Assert.Contains("\u001b[1m## Why it hurts\u001b[0m", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheList_HasARowForEachPage()
    {
        string[] ids = [.. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "docs/rules"), "HF*.md").Select(static path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];
        using var text = new ToolRun();
        using var json = new ToolRun();
        using var markdown = new ToolRun();
        text.Run("rules");
        json.Run("rules", "--format", "json");
        markdown.Run("rules", "--format", "markdown");

        Assert.All(ids, id => Assert.Contains($" {id} ", text.Output, StringComparison.Ordinal));
        Assert.Equal(ids, System.Text.Json.JsonDocument.Parse(json.Output).RootElement.EnumerateArray().Select(static row => row.GetProperty("rule").GetString()));
        Assert.Equal(ids, markdown.Output.Split('\n').Where(static line => line.StartsWith("| HF", StringComparison.Ordinal)).Select(static line => line.Substring(2, 6)));
        Assert.Contains("\"readers\": [\n      \"Attributes\",\n      \"YAML\",\n      \"Client\"\n    ]", json.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text.Output);
    }
}
