using System.Globalization;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>One operation of a JSON patch: a step in a list is the number of an item, and a path must lead somewhere.</summary>
/// <param name="value">What is put there; null takes away what is there.</param>
/// <param name="insert">Whether an item of a list is put before the one that is there.</param>
internal sealed class JsonPatchEdit(ManifestNode? value, bool insert) : TreeEdit
{
    /// <summary>The place behind the last item.</summary>
    private const string End = "-";

    protected override ManifestNode? Change(ManifestNode? node) => value;

    protected override IReadOnlyList<int>? ItemsOf(SequenceNode list, string step, bool isLast) =>
        IndexOf(step) is { } index && index < list.Items.Count ? [index] : null;

    protected override ManifestNode? InList(SequenceNode list, IReadOnlyList<string> path, int depth)
    {
        if (!insert || depth < path.Count - 1)
        {
            return base.InList(list, path, depth);
        }

        if ((path[depth] == End ? list.Items.Count : IndexOf(path[depth])) is not { } index || index > list.Items.Count)
        {
            return Stop(list);
        }

        List<ManifestNode> items = [.. list.Items];
        items.Insert(index, value!);
        return new SequenceNode(items, list.Location);
    }

    private static int? IndexOf(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : null;
}
