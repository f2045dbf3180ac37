using System.Text;
using Holdfast.Engine.Yaml;

namespace Holdfast.Analyzers.Tests.Writing;

public class YamlFloatTests
{
    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("80", "80")]
    [InlineData("1e3", "1.0e+3")]
    [InlineData("-1E3", "-1.0E+3")]
    [InlineData("1.5e3", "1.5e+3")]
    [InlineData("1.5e+3", "1.5e+3")]
    [InlineData("15e-1", "15.0e-1")]
    public void Numbers_AreNumbersToEveryReader(string json, string written)
    {
        var builder = new StringBuilder();
        YamlFloat.Append(builder, json);
        Assert.Equal(written, builder.ToString());
        Assert.True(ScalarResolution.IsNumberEverywhere(written));
    }
}
