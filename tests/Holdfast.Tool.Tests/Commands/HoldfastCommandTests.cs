namespace Holdfast.Tool.Tests.Commands;

/// <summary>What all parts of the command have in common.</summary>
public class HoldfastCommandTests
{
    [Fact]
    public void Version_IsThatOfThePackage()
    {
        using var run = new ToolRun();

        Assert.Equal(ExitCodes.Nothing, run.Run("--version"));
        Assert.Matches(@"^\d+\.\d+\.\d+(-[a-z0-9.]+)?\n$", run.Output);
    }

    [Fact]
    public void Help_NamesTheCommand()
    {
        using var run = new ToolRun();

        Assert.Equal(ExitCodes.Nothing, run.Run("--help"));
        Assert.Contains("holdfast [command]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no such command", "lnit")]
    [InlineData("there is no such format", "lint", "--format", "html")]
    [InlineData("there is no such severity", "lint", "--severity", "grave")]
    [InlineData("a rule is missing", "explain")]
    [InlineData("there is no such file", "lint", "nowhere.yaml")]
    [InlineData("this is not a version", "lint", "--kubernetes-version", "latest")]
    [InlineData("there is no such rule", "explain", "HF9999999")]
    public void BadArguments_ExitWith2_AndSayWhyOnStandardError(string why, params string[] arguments)
    {
        using var run = new ToolRun();

        Assert.True(run.Run(arguments) == ExitCodes.BadInput, why);
        Assert.StartsWith("holdfast: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
