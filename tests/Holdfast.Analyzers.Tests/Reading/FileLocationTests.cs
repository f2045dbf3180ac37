using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Reading;

/// <summary>Places in files of manifests are those that the compiler gives: it counts the same ends of lines.</summary>
public class FileLocationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("a: 1\nb: 2\n")]
    [InlineData("a: 1\r\nb: 2\r\n\r\n")]
    [InlineData("a: 1\rb: 2\r")]
    [InlineData("a: 1\n\rb: 2\r\r\n")]
    [InlineData("a: 1\u0085b: 2\u2028c: 3\u2029")]
    public void LinesAreThoseOfTheCompiler(string yaml) => Check(yaml);

    /// <summary>The compiler keeps long texts in pieces.</summary>
    [Fact]
    public void LinesOfALongTextAreThoseOfTheCompiler() => Check(string.Concat(Enumerable.Repeat("key: value\r\n", 5000)), step: 997);

    /// <summary>A key is shown where it is written, whatever its value is and wherever that is from.</summary>
    [Fact]
    public void AKeyKeepsItsPlace()
    {
        const string Yaml = "base: &base\n  port: 80\nother:\n  name: a\n  <<: *base\nempty:\nlist: []\n";
        var text = SourceText.From(Yaml);
        MappingNode root = Assert.Single(YamlReader.Read(Yaml, YamlReader.PlacesIn("/src/a.yaml", text)).Documents);
        Assert.Equal(["base", "other", "empty", "list"], root.Entries.Select(KeyAt));
        Assert.Equal(["name", "port"], ((MappingNode)root["other"]!).Entries.Select(KeyAt));

        // A value that is put there by something else is where it was, and the key where it is.
        MappingNode replaced = root.With("list", ScalarNode.String("b", Location.None));
        Assert.Equal(["base", "other", "empty", "list"], replaced.Entries.Select(KeyAt));
        Assert.Equal(Location.None, replaced["list"]!.Location);
        Assert.Null(root.With("new", ScalarNode.String("b", root.Location)).Entry("new")!.Value.KeyLocation);

        string KeyAt(MappingEntry entry)
        {
            Assert.Equal("/src/a.yaml", entry.KeyLocation!.GetLineSpan().Path);
            Assert.Equal(entry.Key, text.ToString(entry.KeyLocation.SourceSpan));
            return entry.Key;
        }
    }

    private static void Check(string yaml, int step = 1)
    {
        var text = SourceText.From(yaml);
        FileLocations places = YamlReader.PlacesIn("/src/a.yaml", text);
        for (int start = 0; start <= yaml.Length; start += step)
        {
            for (int end = start; end <= Math.Min(yaml.Length, start + (4 * step)); end += step)
            {
                var span = TextSpan.FromBounds(start, end);
                Assert.Equal(Location.Create("/src/a.yaml", span, text.Lines.GetLinePositionSpan(span)), places.At(span));
            }
        }
    }
}
