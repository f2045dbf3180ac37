using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>
/// A change at the end of a path in a tree. All that is not changed keeps its place in the user's files. What edits trees differs in what
/// a step means in a list, and in what becomes of a path that leads nowhere; all else is here.
/// </summary>
internal abstract class TreeEdit
{
    /// <summary>Whether the path leads nowhere; the result means nothing then.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The tree with the change; null where nothing is left of it.</summary>
    public ManifestNode? Apply(ManifestNode? node, IReadOnlyList<string> path) => Apply(node, path, 0);

    protected ManifestNode? Apply(ManifestNode? node, IReadOnlyList<string> path, int depth)
    {
        if (depth == path.Count)
        {
            return Change(node);
        }

        return node switch
        {
            UnknownNode unknown => InUnknown(unknown),
            SequenceNode list => InList(list, path, depth),
            MappingNode mapping => InMapping(mapping, path, depth),
            _ => Create(node) is { } made ? InMapping(made, path, depth) : Stop(node),
        };
    }

    /// <summary>What is at the end of the path then; null leaves it out.</summary>
    /// <param name="node">What is there; null where there is nothing.</param>
    protected abstract ManifestNode? Change(ManifestNode? node);

    /// <summary>The mapping that a step makes where there is none; null where none is made.</summary>
    protected virtual MappingNode? Create(ManifestNode? node) => null;

    /// <summary>What becomes of a node in which a path cannot go on.</summary>
    protected virtual ManifestNode? Stop(ManifestNode? node)
    {
        HasFailed = true;
        return node;
    }

    /// <summary>What is inside of something unknown is unknown, whatever is changed there.</summary>
    protected virtual ManifestNode InUnknown(UnknownNode node) => node;

    /// <summary>The items that a step means; null where it leads to none.</summary>
    protected abstract IReadOnlyList<int>? ItemsOf(SequenceNode list, string step, bool isLast);

    /// <summary>What becomes of an item of which nothing is left; null takes it out of its list.</summary>
    protected virtual ManifestNode? Removed(ManifestNode item) => null;

    /// <summary>Where the key of a field is that was put.</summary>
    /// <param name="existing">The field as it was; null where it is new.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isLast">Whether the path ends there.</param>
    protected virtual NodeLocation KeyLocation(MappingEntry? existing, ManifestNode value, bool isLast) =>
        existing is { } known ? known.KeyLocation : value.Location;

    protected virtual ManifestNode InMapping(MappingNode mapping, IReadOnlyList<string> path, int depth)
    {
        string key = path[depth];
        MappingEntry? existing = mapping.Entry(key);
        ManifestNode? before = mapping[key];
        ManifestNode? after = Apply(before, path, depth + 1);
        return HasFailed || (existing is null ? after is null : ReferenceEquals(before, after))
            ? mapping
            : NodeEdit.Put(mapping, key, after, after is null ? default : KeyLocation(existing, after, depth == path.Count - 1));
    }

    protected virtual ManifestNode? InList(SequenceNode list, IReadOnlyList<string> path, int depth)
    {
        if (ItemsOf(list, path[depth], depth == path.Count - 1) is not { } found)
        {
            return Stop(list);
        }

        List<ManifestNode?> items = [.. list.Items];
        foreach (int index in found)
        {
            items[index] = Apply(items[index], path, depth + 1) ?? Removed(items[index]!);
        }

        return new SequenceNode(items.OfType<ManifestNode>(), list.Location);
    }
}
