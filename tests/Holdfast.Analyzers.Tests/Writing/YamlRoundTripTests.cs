using System.Globalization;
using System.Text;
using CsCheck;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using static Holdfast.Analyzers.Tests.Writing.Nodes;

namespace Holdfast.Analyzers.Tests.Writing;

/// <summary>What is written is what YamlDotNet reads, and each plain scalar has one meaning for all readers.</summary>
public class YamlRoundTripTests
{
    private static readonly Gen<string> Key = Gen.Frequency<string>(
        (19, NastyText.Any), (1, NastyText.Any.Array[150].Select(string.Concat)));

    private static readonly Gen<ManifestNode> Scalar = Gen.Frequency<ManifestNode>(
        (5, NastyText.Any.Select(text => (ManifestNode)Text(text))),
        (1, Gen.Long.Select(value => (ManifestNode)Number(value))),
        (1, Gen.Double.Where(double.IsFinite).Select(
            value => (ManifestNode)ScalarNode.Float(value.ToString("R", CultureInfo.InvariantCulture)))),
        (1, Gen.Bool.Select(value => (ManifestNode)ScalarNode.Boolean(value))),
        (1, Gen.Const((ManifestNode)ScalarNode.Null())));

    private static readonly Gen<ManifestNode> Tree = Gen.Recursive<ManifestNode>((depth, inner) => depth > 4
        ? Scalar
        : Gen.Frequency<ManifestNode>(
            (3, Scalar),
            (2, inner.Array[0, 4].Select(items => (ManifestNode)List(items))),
            (2, Mapping(inner).Select(mapping => (ManifestNode)mapping))));

    [Fact]
    public void AnyString_AsAValue() => Sample(text => Map(("a", Text(text)), ("b", Number(1))));

    [Fact]
    public void AnyString_AsTheLastValue() => Sample(text => Map(("a", Text(text))));

    [Fact]
    public void AnyString_AsAKey() => Sample(text => Map((text, Number(1)), (text == "bbb" ? "bb" : "bbb", Map(("c", Map((text, List(Number(2)))))))));

    [Fact]
    public void AnyString_AsAListItem() => Sample(text => Map(("a", List(Text(text), Number(1), Text(text)))));

    [Fact]
    public void AnyString_AtDepth() => Sample(text => Map(
        ("a", Map(
            ("b", List(Map(("c", Text(text)), ("d", Text("x")), ("e", List(List(Text(text), Text(text)), Map(("f", Text(text)))))))),
            ("g", Text(text))))));

    [Fact]
    public void AnyTrees() =>
        Mapping(Tree).Array[1, 3].Sample(AssertRoundTrip, iter: 2_000, print: Print);

    private static void Sample(Func<string, MappingNode> place) => NastyText.Any.Sample(
        text => AssertRoundTrip(place(text)), iter: 20_000, print: text => Print(place(text)));

    private static Gen<MappingNode> Mapping(Gen<ManifestNode> value) => Gen.Select(Key, value)
        .Array[0, 4]
        .Select(entries => Map([.. entries.DistinctBy(entry => Encodable(entry.Item1))]));

    private static void AssertRoundTrip(params MappingNode[] documents)
    {
        string yaml = YamlWriter.Write(documents);
        Assert.DoesNotContain('\r', yaml);
        Assert.EndsWith("\n", yaml, StringComparison.Ordinal);
        Assert.Equal(yaml, Encodable(yaml));

        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        Assert.Equal(documents.Length, stream.Documents.Count);
        for (int i = 0; i < documents.Length; i++)
        {
            AssertSame(documents[i], stream.Documents[i].RootNode);
        }
    }

    private static void AssertSame(ManifestNode written, YamlNode read)
    {
        switch (written)
        {
            case MappingNode mapping:
                var fields = Assert.IsType<YamlMappingNode>(read).Children;
                Assert.Equal(mapping.Entries.Count, fields.Count);
                foreach (var (entry, field) in mapping.Entries.Zip(fields))
                {
                    AssertSame(Text(entry.Key), field.Key);
                    AssertSame(entry.Value, field.Value);
                }

                break;
            case SequenceNode sequence:
                var items = Assert.IsType<YamlSequenceNode>(read).Children;
                Assert.Equal(sequence.Items.Count, items.Count);
                foreach (var (item, child) in sequence.Items.Zip(items))
                {
                    AssertSame(item, child);
                }

                break;
            case ScalarNode { Kind: ScalarKind.String } text:
                var scalar = Assert.IsType<YamlScalarNode>(read);
                Assert.Equal(Encodable(text.Text), scalar.Value);
                Assert.True(
                    scalar.Style != ScalarStyle.Plain || ScalarResolution.IsStringEverywhere(scalar.Value!),
                    $"{scalar.Value} is not a string to every reader.");
                break;
            case ScalarNode { Kind: ScalarKind.Float } number:
                Assert.Equal(ScalarStyle.Plain, Assert.IsType<YamlScalarNode>(read).Style);
                Assert.True(ScalarResolution.IsNumberEverywhere(read.ToString()));
                Assert.Equal(
                    double.Parse(number.Text, CultureInfo.InvariantCulture), double.Parse(read.ToString(), CultureInfo.InvariantCulture));
                break;
            case ScalarNode other:
                Assert.Equal(ScalarStyle.Plain, Assert.IsType<YamlScalarNode>(read).Style);
                Assert.Equal(other.Text, ((YamlScalarNode)read).Value);
                break;
            default:
                Assert.Fail($"{written} is never written.");
                break;
        }
    }

    /// <summary>The text with U+FFFD for each lone surrogate.</summary>
    private static string Encodable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Print(params MappingNode[] documents) =>
        string.Concat(YamlWriter.Write(documents).Select(c => c is '\n' or (>= ' ' and <= '~') ? $"{c}" : $"<{(int)c:X4}>"));
}
