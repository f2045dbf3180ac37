using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>
/// The part of an object that a patch can hold. An item without what tells it apart and a value of another shape cannot be merged, and would
/// keep the rest of the patch from being read.
/// </summary>
internal static class Sayable
{
    public static MappingNode Of(MappingNode node, FieldType type) => new(node.Entries
        .Select(entry => (entry.Key, Value: Value(entry.Value, FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any)))
        .Where(static entry => entry.Value is not null && !PatchDirective.IsDirective(entry.Key) && !entry.Key.StartsWith("$", StringComparison.Ordinal))
        .Select(static entry => new MappingEntry(entry.Key, entry.Value!)));

    private static ManifestNode? Value(ManifestNode node, FieldType type) => node switch
    {
        MappingNode mapping when type.Kind is FieldKind.Object or FieldKind.Map or FieldKind.Any => Of(mapping, type),
        SequenceNode sequence when type.Kind is FieldKind.List or FieldKind.Any => new SequenceNode(sequence.Items
            .Where(item => type.MergeKeys.Count == 0 || MergeKey.Of(item, type.MergeKeys) is not null)
            .Select(item => Value(item, type.Item ?? FieldType.Any))
            .OfType<ManifestNode>()),
        ScalarNode when type.Kind is not (FieldKind.Object or FieldKind.Map or FieldKind.List) => node,
        _ => null,
    };
}
