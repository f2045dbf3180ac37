using System.Globalization;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>A change of a part of an object by code: it makes what is not there, and what it may or may not change is unknown.</summary>
/// <param name="change">The change.</param>
/// <param name="value">What the part becomes; null where it becomes null.</param>
internal sealed class PartEdit(PartChange change, ManifestNode? value) : TreeEdit
{
    protected override ManifestNode? Change(ManifestNode? node) => change switch
    {
        { IsDefault: true } when node is not null => node,
        { Value: not null, IsItem: true } when node is SequenceNode list && value is not (null or UnknownNode) => new SequenceNode(list.Items.Append(value), list.Place),
        { Value: not null, IsItems: true } when node is SequenceNode list && value is SequenceNode more => new SequenceNode(list.Items.Concat(more.Items), list.Place),
        { IsAddition: true } => new UnknownNode(change.Location),
        { Value: null, Possible: not null } => NodeChoice.Text(change.Location, [node, value]),
        _ => value,
    };

    protected override MappingNode? Create(ManifestNode? node) => node is null ? new MappingNode([], change.Location) : null;

    protected override ManifestNode InUnknown(UnknownNode node) => new UnknownNode(node.Location);

    protected override ManifestNode Stop(ManifestNode? node) => new UnknownNode(node?.Location ?? change.Location);

    protected override ManifestNode InMapping(MappingNode mapping, IReadOnlyList<string> path, int depth) =>
        path[depth] == ObjectPath.Any ? Stop(mapping) : base.InMapping(mapping, path, depth);

    protected override IReadOnlyList<int>? ItemsOf(SequenceNode list, string step, bool isLast)
    {
        if (step == ObjectPath.Any && !isLast)
        {
            return [.. Enumerable.Range(0, list.Items.Count)];
        }

        return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index < list.Items.Count
            && !list.Items.Take(index + 1).Any(static item => item is UnknownNode)
                ? [index]
                : null;
    }

    protected override ManifestNode Removed(ManifestNode item) => new UnknownNode(item.Location);

    protected override NodeLocation KeyLocation(MappingEntry? existing, ManifestNode value, bool isLast) =>
        existing is { } known && (!isLast || change.IsDefault) ? known.KeyLocation : change.Location;
}
