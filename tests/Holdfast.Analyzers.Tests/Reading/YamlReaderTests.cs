using System.Text;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static Holdfast.Analyzers.Tests.Writing.Nodes;

namespace Holdfast.Analyzers.Tests.Reading;

/// <summary>YAML as kubectl and the API server read it, and a plain answer to everything else.</summary>
public class YamlReaderTests
{
    [Theory]
    [InlineData("y", "Boolean true")]
    [InlineData("Y", "Boolean true")]
    [InlineData("yes", "Boolean true")]
    [InlineData("On", "Boolean true")]
    [InlineData("TRUE", "Boolean true")]
    [InlineData("n", "Boolean false")]
    [InlineData("NO", "Boolean false")]
    [InlineData("off", "Boolean false")]
    [InlineData("False", "Boolean false")]
    [InlineData("010", "Integer 8")]
    [InlineData("0o10", "Integer 8")]
    [InlineData("-010", "Integer -8")]
    [InlineData("0x1F", "Integer 31")]
    [InlineData("0b11", "Integer 3")]
    [InlineData("8_0", "Integer 80")]
    [InlineData("+80", "Integer 80")]
    [InlineData("080", "Integer 80")]
    [InlineData("-0", "Integer 0")]
    [InlineData("0644", "Integer 420")]
    [InlineData("80.0", "Integer 80")]
    [InlineData("8e1", "Integer 80")]
    [InlineData("1.0", "Integer 1")]
    [InlineData("1e3", "Integer 1000")]
    [InlineData("0e999999999999", "String 0e999999999999")]
    [InlineData("0e9", "Integer 0")]
    [InlineData("9223372036854775807", "Integer 9223372036854775807")]
    [InlineData("-9223372036854775808", "Integer -9223372036854775808")]
    [InlineData("18446744073709551615", "Float 18446744073709551615")]
    [InlineData("99999999999999999999", "Float 99999999999999999999")]
    [InlineData(".5", "Float 0.5")]
    [InlineData("-1.50", "Float -1.5")]
    [InlineData("1.5e-7", "Float 1.5e-7")]
    [InlineData("1e400", "String 1e400")]
    [InlineData("~", "Null null")]
    [InlineData("null", "Null null")]
    [InlineData("NULL", "Null null")]
    [InlineData("", "Null null")]
    [InlineData("# comment", "Null null")]
    [InlineData("12:30", "String 12:30")]
    [InlineData("2024-01-01", "String 2024-01-01")]
    [InlineData("=", "String =")]
    [InlineData("<<", "String <<")]
    [InlineData("x#c", "String x#c")]
    [InlineData("x # c", "String x")]
    [InlineData("1.2.3", "String 1.2.3")]
    [InlineData("10Gi", "String 10Gi")]
    [InlineData("yEs", "String yEs")]
    [InlineData("nULL", "String nULL")]
    [InlineData("0x", "String 0x")]
    [InlineData("0b2", "String 0b2")]
    [InlineData("_1", "String _1")]
    [InlineData("+", "String +")]
    [InlineData(".", "String .")]
    [InlineData("1e", "String 1e")]
    [InlineData("'y'", "String y")]
    [InlineData("\"010\"", "String 010")]
    [InlineData("\"\"", "String ")]
    [InlineData("\"a\\tb\\x41\\u00e9\"", "String a\tbAé")]
    [InlineData("!!str 80", "String 80")]
    [InlineData("! 80", "String 80")]
    [InlineData("!own 80", "String 80")]
    [InlineData("!!int \"80\"", "Integer 80")]
    [InlineData("!!bool y", "Boolean true")]
    [InlineData("!!binary aGVsbG8=", "String hello")]
    [InlineData("|\n  a\n  b\n", "String a\nb\n")]
    [InlineData(">-\n  a\n  b\n", "String a b")]
    public void Scalars_AreWhatTheServerTakesThemFor(string text, string expected)
    {
        YamlReading reading = YamlReader.Read("a: " + text);
        Assert.Empty(reading.Problems);
        ScalarNode value = Assert.IsType<ScalarNode>(Assert.Single(Assert.Single(reading.Documents).Entries).Value);
        Assert.Equal(expected, $"{value.Kind} {value.Text}");
    }

    [Theory]
    [InlineData("1: x", "1")]
    [InlineData("010: x", "8")]
    [InlineData("on: x", "true")]
    [InlineData("\"on\": x", "on")]
    [InlineData("1.5: x", "1.5")]
    [InlineData("\"\": x", "")]
    [InlineData("? a\n: x", "a")]
    public void Keys_AreStrings(string text, string expected) =>
        Assert.Equal([Map((expected, Text("x")))], Read(text));

    [Fact]
    public void Documents_AreSeparated()
    {
        Assert.Equal([Map(("a", Number(1))), Map(("b", Number(2)))], Read("# x\n---\na: 1\n---\n---\n# y\n---\nb: 2\n...\n"));
        Assert.Empty(Read(""));
        Assert.Empty(Read("# nothing\n"));
        Assert.Empty(Read("---\n---\n"));
    }

    [Theory]
    [InlineData("\uFEFFa:\r\n  b: 1\r\n  c:\r\n  - x\r\n")]
    [InlineData("a:\n  b: 1\n  c:\n    - x\n")]
    [InlineData("{a: {b: 1, c: [x]}}")]
    [InlineData("{\"a\": {\"b\": 1, \"c\": [\"x\"]}}")]
    [InlineData("a:\t{b: 1,\n\tc: [x]}")]
    public void Layout_MakesNoDifference(string text) =>
        Assert.Equal([Map(("a", Map(("b", Number(1)), ("c", List(Text("x"))))))], Read(text));

    [Fact]
    public void AnchorsAndMergeKeys_AreResolved()
    {
        Assert.Equal([Map(("a", List(Text("x"))), ("b", List(Text("x"))))], Read("a: &l [x]\nb: *l"));
        Assert.Equal(
            [Map(("base", Map(("x", Number(1)), ("y", Text("b")))), ("a", Map(("y", Text("own")), ("x", Number(1)), ("z", Number(3)))))],
            Read("base: &b {x: 1, \"y\": b}\na:\n  \"y\": own\n  <<: *b\n  z: 3\n"));
        Assert.Equal(
            [Map(("l", List(Map(("x", Number(1))), Map(("x", Number(2)), ("z", Number(3))))), ("a", Map(("x", Number(1)), ("z", Number(3)))))],
            Read("l: [&f {x: 1}, &s {x: 2, z: 3}]\na:\n  <<: [*f, *s]\n"));
        Assert.Equal([Map(("<<", Number(1)))], Read("\"<<\": 1"));
    }

    [Theory]
    [InlineData("a: 1\na: 2", "'a' is there twice in one mapping", 1, 0)]
    [InlineData("yes: 1\non: 2", "'true' is there twice in one mapping", 1, 0)]
    [InlineData("a:\n  b: {c: 1, c: 2}", "'c' is there twice", 1, 12)]
    [InlineData("- a\n- b", "an object is a mapping of fields, but this is a list", 0, 0)]
    [InlineData("text", "this is a single value", 0, 0)]
    [InlineData("a: 1\n---\n5", "this is a single value", 2, 0)]
    [InlineData("~: 1", "a key is a text", 0, 0)]
    [InlineData("[a]: 1", "a key is a text", 0, 0)]
    [InlineData("a: .inf", "JSON has no form for '.inf'", 0, 3)]
    [InlineData("a: -.INF", "JSON has no form", 0, 3)]
    [InlineData("a: .NaN", "JSON has no form", 0, 3)]
    [InlineData("a: !!int x", "is not what its tag says", 0, 3)]
    [InlineData("a: !!binary x", "is not what its tag says", 0, 3)]
    [InlineData("a: *x", "there is no anchor '&x'", 0, 3)]
    [InlineData("a: &x [*x]", "contains itself", 0, 7)]
    [InlineData("a: &x 1\n---\nb: *x", "there is no anchor", 2, 3)]
    [InlineData("a:\n  <<: 5", "'<<' takes in a mapping", 1, 2)]
    [InlineData("a:\n\tb: 1", "a tab cannot indent", 1, 0)]
    [InlineData("\ta: 1", "a tab cannot indent", 0, 0)]
    [InlineData("a:\n  b: 1\n \tc: 2", "a tab cannot indent", 2, 1)]
    [InlineData("a: -", "not allowed in this context", 0, 3)]
    [InlineData("a: @x", "cannot start any token", 0, 3)]
    [InlineData("a: `x`", "cannot start any token", 0, 3)]
    [InlineData("a: %x", "cannot start any token", 0, 3)]
    [InlineData("a: b: c", "invalid mapping", 0, 4)]
    [InlineData("a: 'x", "unexpected end of stream", 0, 3)]
    [InlineData("{a: b", "did not find expected", 0, 5)]
    [InlineData("a: [1, 2", "", 0, 8)]
    public void WhatCannotBeRead_IsSaid(string text, string message, int line, int column)
    {
        YamlProblem problem = Assert.Single(YamlReader.Read(text).Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Position.Line, problem.Position.Character));
    }

    [Fact]
    public void WhatComesBeforeAMistake_IsRead()
    {
        YamlReading reading = YamlReader.Read("a: 1\n---\nb: 2\nc: [");
        Assert.Single(reading.Problems);
        Assert.Equal([Map(("a", Number(1)))], reading.Documents);
    }

    [Fact]
    public void Depth_IsBounded()
    {
        Assert.Empty(YamlReader.Read("a: " + new string('[', 63) + new string(']', 63)).Problems);
        foreach (string text in new[] { new string('[', 100_000), "a: " + new string('[', 64) + new string(']', 64), string.Concat(Enumerable.Repeat("- ", 50_000)), string.Concat(Enumerable.Repeat("{a: ", 10_000)) })
        {
            Assert.Contains("nested more than 64 deep", Assert.Single(YamlReader.Read(text).Problems).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Aliases_CannotNestWhatIsDeep()
    {
        string deep = new string('[', 40) + "x" + new string(']', 40);
        string text = $"a: &a {deep}\nb: {new string('[', 40)}*a{new string(']', 40)}\n";
        Assert.Contains("nested more than 64 deep", Assert.Single(YamlReader.Read(text).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_CannotFillTheMemory()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.Contains(YamlReader.Read(text.ToString()).Problems, problem => problem.Message.Contains("aliases stand for more than 200000 values", StringComparison.Ordinal));
    }

    [Fact]
    public void Origins_AreTheirTexts()
    {
        const string Yaml = "\uFEFF# x\r\na: 10Gi # y\r\n\"b c\": 'q'\r\nlist:\r\n- k: \U0001F600\r\n  l: |\r\n    x\r\n    y\r\nflow: {m: [n , o]}\r\n";
        SourceText text = SourceText.From(Yaml);
        YamlReading reading = YamlReader.Read(Yaml, YamlReader.PlacesIn("/src/a.yaml", text));
        Assert.Empty(reading.Problems);
        MappingNode root = Assert.Single(reading.Documents);
        Assert.Equal(
            ["a", "a", "10Gi", "\"b c\"", "'q'", "list", "k", "k", "\U0001F600", "l", "|", "flow", "m", "n", "o"],
            Places(root).Select(location => Yaml.Substring(location.SourceSpan.Start, location.SourceSpan.Length)));
        FileLinePositionSpan place = root["list"].Mappings().Single()["k"]!.Location!.GetLineSpan();
        Assert.Equal(("/src/a.yaml", 4, 5), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
    }

    /// <summary>Each mapping's own place, then key and value in turn.</summary>
    private static IEnumerable<Location> Places(ManifestNode node)
    {
        yield return node.Location!;
        foreach (MappingEntry entry in (node as MappingNode)?.Entries ?? default)
        {
            if (entry.Value is ScalarNode)
            {
                yield return entry.KeyLocation!;
            }

            foreach (Location place in Places(entry.Value))
            {
                yield return place;
            }
        }

        foreach (ManifestNode item in (node as SequenceNode)?.Items ?? default)
        {
            foreach (Location place in Places(item))
            {
                yield return place;
            }
        }
    }

    private static IEnumerable<MappingNode> Read(string text)
    {
        YamlReading reading = YamlReader.Read(text);
        Assert.Empty(reading.Problems);
        return reading.Documents;
    }
}
