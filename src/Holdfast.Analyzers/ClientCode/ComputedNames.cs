using Holdfast.Engine.Model.Tree;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Writes computed texts as their expressions, so that rules see which of them are the same.</summary>
internal static class ComputedNames
{
    public static ManifestNode Write(ManifestNode node) => node switch
    {
        UnknownNode { Expression: { } expression } => ScalarNode.String(expression, node.Place),
        MappingNode mapping => mapping.With(mapping.Entries.Select(static entry => new MappingEntry(entry.Key, Write(entry.Value), entry.KeyLocation))),
        SequenceNode sequence => new SequenceNode(sequence.Items.Select(Write), sequence.Place),
        _ => node,
    };
}
