using Holdfast.Engine.Model.Tree;

namespace Holdfast.Analyzers.Tests.Writing;

/// <summary>Short spellings of the object model.</summary>
internal static class Nodes
{
    public static MappingNode Map(params (string Key, ManifestNode Value)[] entries) =>
        new(entries.Select(entry => new MappingEntry(entry.Key, entry.Value)));

    public static SequenceNode List(params ManifestNode[] items) => new(items);

    public static ScalarNode Text(string text) => ScalarNode.String(text);

    public static ScalarNode Number(long value) => ScalarNode.Integer(value);
}
