using System.Globalization;
using System.Text;
using CsCheck;
using Holdfast.Analyzers.Tests.Writing;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using static Holdfast.Analyzers.Tests.Writing.Nodes;

namespace Holdfast.Analyzers.Tests.Reading;

/// <summary>Any objects at all.</summary>
internal static class Trees
{
    private static readonly Gen<ManifestNode> Scalar = Gen.Frequency<ManifestNode>(
        (5, NastyText.Any.Select(text => (ManifestNode)Text(text))),
        (1, Gen.Long.Select(value => (ManifestNode)Number(value))),
        (1, Gen.Double.Where(double.IsFinite).Select(
            value => (ManifestNode)ScalarNode.Float(value.ToString("R", CultureInfo.InvariantCulture)))),
        (1, Gen.Bool.Select(value => (ManifestNode)ScalarNode.Boolean(value))),
        (1, Gen.Const((ManifestNode)ScalarNode.Null())));

    public static Gen<ManifestNode> Any { get; } = Gen.Recursive<ManifestNode>((depth, inner) => depth > 4
        ? Scalar
        : Gen.Frequency<ManifestNode>(
            (3, Scalar),
            (2, inner.Array[0, 4].Select(items => (ManifestNode)List(items))),
            (2, MappingOf(inner).Select(mapping => (ManifestNode)mapping))));

    public static Gen<MappingNode> Mapping { get; } = MappingOf(Any);

    /// <summary>The same as a text can hold it: no lone surrogates, and floats in the one form that the reader gives them.</summary>
    public static ManifestNode Normalize(ManifestNode node) => node switch
    {
        MappingNode mapping => new MappingNode(mapping.Entries.Select(entry => new MappingEntry(Encodable(entry.Key), Normalize(entry.Value)))),
        SequenceNode sequence => new SequenceNode(sequence.Items.Select(Normalize)),
        ScalarNode { Kind: ScalarKind.String } text => Text(Encodable(text.Text)),
        ScalarNode { Kind: ScalarKind.Float } number => YamlNumber.Read(number.Text, null)!,
        _ => node,
    };

    private static Gen<MappingNode> MappingOf(Gen<ManifestNode> value) => Gen.Select(NastyText.Any, value)
        .Array[0, 4]
        .Select(entries => Map([.. entries.DistinctBy(entry => Encodable(entry.Item1))]));

    /// <summary>The text with U+FFFD for each lone surrogate.</summary>
    private static string Encodable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
