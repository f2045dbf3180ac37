using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Tests.Hosting;

/// <summary>A line on a terminal, which is gone in the end, and nothing anywhere else.</summary>
public class ProgressLineTests
{
    [Theory]
    [InlineData(true, 0, "\rReading 1 of 2 …\r                \r")]
    [InlineData(true, 60_000, "")]
    [InlineData(false, 0, "")]
    public void IsThereOnATerminal_AfterAWhile(bool isTerminal, int before, string expected)
    {
        var error = new StringWriter();
        using var host = new ToolHost { OpenInput = () => Stream.Null, Output = TextWriter.Null, Error = error, Directory = "/", ErrorIsTerminal = isTerminal };
        using (var line = new ProgressLine(host, TimeSpan.FromMilliseconds(before)))
        {
            line.Show("Reading", 1, 2);
        }

        Assert.Equal(expected, error.ToString());
    }
}
