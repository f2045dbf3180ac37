using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Planning;

/// <summary>
/// Objects as a cluster holds them, with all that the server and its controllers have filled in. A field that is not applied stays,
/// unless it was applied before, as <c>kubectl apply</c> notes in an annotation.
/// </summary>
internal static class LiveObject
{
    /// <summary>Whether an object is from a cluster: no manifest has a uid.</summary>
    public static bool Is(MappingNode node) => node.At("metadata", "uid") is ScalarNode;

    /// <summary>The parts that applying another version would change or keep; what was never applied is left out.</summary>
    public static MappingNode AsApplied(MappingNode live, MappingNode next)
    {
        if (!Is(live))
        {
            return live;
        }

        FieldType type = FieldTable.Find(ObjectView.ApiVersionOf(next), ObjectView.KindOf(next)) ?? FieldType.Any;
        return (MappingNode)Keep(live, next, Applied(live), type);
    }

    private static MappingNode? Applied(MappingNode live)
    {
        if (!live.At("metadata", "annotations", ServerFields.LastApplied).TryGetString(out string? json))
        {
            return null;
        }

        var text = SourceText.From(json);
        return YamlReader.Read(json, YamlReader.PlacesIn(string.Empty, text)).Documents.FirstOrDefault();
    }

    private static ManifestNode Keep(ManifestNode live, ManifestNode? next, ManifestNode? applied, FieldType type)
    {
        switch (live)
        {
            case MappingNode mapping:
                return mapping.With(mapping.Entries
                    .Where(entry => Says(next, entry.Key) || Says(applied, entry.Key))
                    .Select(entry => new MappingEntry(entry.Key, Keep(entry.Value, next.At(entry.Key), applied.At(entry.Key), FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any), entry.KeyLocation)));
            case SequenceNode sequence when next is SequenceNode other:
                return KeepItems(sequence, other, applied as SequenceNode ?? new SequenceNode([]), type);
            default:
                return live;
        }
    }

    private static SequenceNode KeepItems(SequenceNode live, SequenceNode next, SequenceNode applied, FieldType type)
    {
        FieldType item = type.Item ?? FieldType.Any;
        if (live.Items.All(static node => node is MappingNode)
            && ItemKey.Of(type, live, next) is { } keys
            && ItemKey.Of(type, live, applied) is { } earlier)
        {
            return new SequenceNode(
                live.Items
                    .Select((node, index) => (Node: node, Next: Find(next, keys.After, keys.Before[index]), Applied: Find(applied, earlier.After, keys.Before[index])))
                    .Where(static one => one.Next is not null || one.Applied is not null)
                    .Select(one => Keep(one.Node, one.Next, one.Applied, item)),
                live.Location);
        }

        return live.Items.Count == next.Items.Count
            ? new SequenceNode(live.Items.Select((node, index) => Keep(node, next.Items[index], applied.Items.Count == live.Items.Count ? applied.Items[index] : null, item)), live.Location)
            : live;
    }

    private static ManifestNode? Find(SequenceNode list, ItemKey[] keys, ItemKey key) => Array.IndexOf(keys, key) is >= 0 and var place ? list.Items[place] : null;

    private static bool Says(ManifestNode? node, string field) => node is MappingNode mapping && !mapping[field].IsAbsent();
}
