using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Merging;

/// <summary>How items of a list are told apart.</summary>
internal static class MergeKey
{
    private const string Protocol = "protocol";

    /// <summary>The value of the first of the keys, which an item must have; null where it has none.</summary>
    public static ScalarNode? Of(ManifestNode item, EquatableArray<string> keys) =>
        item.At(keys[0].Split('.')) is ScalarNode { Kind: not ScalarKind.Null } value ? value : null;

    /// <summary>
    /// The place of the item that a patch is for; -1 where there is none. One number may be a port of two protocols: a
    /// patch that names none is for TCP, or else for the one that there is.
    /// </summary>
    public static int Find(List<ManifestNode> items, MappingNode patch, EquatableArray<string> keys)
    {
        if (Of(patch, keys) is not { } key)
        {
            return -1;
        }

        bool hasProtocol = keys.Contains(Protocol);
        bool namesProtocol = patch[Protocol].TryGetString(out _);
        int found = -1;
        for (int i = 0; i < items.Count; i++)
        {
            if (!key.Equals(Of(items[i], keys)))
            {
                continue;
            }

            if (!hasProtocol || PortProtocol.Of(items[i]) == PortProtocol.Of(patch))
            {
                return i;
            }

            found = found < 0 && !namesProtocol ? i : found;
        }

        return found;
    }
}
