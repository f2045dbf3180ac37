namespace Holdfast.Build.Tests;

public class PathsTests
{
    [Theory]
    [InlineData("/work/app", "/work/app/bin/kubernetes/", "bin/kubernetes")]
    [InlineData("/work/app/", "/work/app/bin/kubernetes", "bin/kubernetes")]
    [InlineData("/work", "/work/my app/bin/kubernetes/", "\"my app/bin/kubernetes\"")]
    [InlineData("/work/app", "/work/application/bin", "/work/application/bin")]
    [InlineData("/somewhere else", "/work/app/bin", "/work/app/bin")]
    [InlineData("/work/app", "/work/app", "/work/app")]
    [InlineData("", "/work/app", "/work/app")]
    [InlineData("/", "/work/app", "/work/app")]
    public void CommandLine_StartsWhereTheUserIs(string start, string directory, string expected) =>
        Assert.Equal(expected, Paths.ForCommandLine(start, directory));
}
