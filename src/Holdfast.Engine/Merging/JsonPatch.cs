using System.Globalization;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>A patch of RFC 6902: a list of operations, each with a path.</summary>
internal static class JsonPatch
{
    /// <summary>The object that comes of it; null where an operation is none that is known, or leads nowhere.</summary>
    public static MappingNode? Apply(MappingNode target, SequenceNode operations)
    {
        ManifestNode? result = target;
        foreach (ManifestNode operation in operations.Items)
        {
            if (!operation.At("op").TryGetString(out string? op) || !operation.At("path").TryGetString(out string? path) || path.Length == 0 || path[0] != '/')
            {
                return null;
            }

            string[] steps = [.. path.Substring(1).Split('/').Select(static step => step.Replace("~1", "/").Replace("~0", "~"))];
            result = op switch
            {
                "test" => result,
                "add" or "replace" when operation.At("value") is { } value => Edit(result, steps, 0, value, op == "add"),
                "remove" => Edit(result, steps, 0, null, false),
                _ => null,
            };
            if (result is null)
            {
                return null;
            }
        }

        return result as MappingNode;
    }

    private static ManifestNode? Edit(ManifestNode? node, string[] steps, int depth, ManifestNode? value, bool insert)
    {
        bool isLast = depth == steps.Length - 1;
        switch (node)
        {
            case UnknownNode:
                return node;
            case MappingNode mapping when isLast:
                return value is null ? NodeEdit.Remove(mapping, steps[depth]) : NodeEdit.Set(mapping, steps[depth], value);
            case MappingNode mapping:
                return Edit(mapping[steps[depth]], steps, depth + 1, value, insert) is { } edited ? NodeEdit.Set(mapping, steps[depth], edited) : null;
            case SequenceNode sequence:
                List<ManifestNode> items = [.. sequence.Items];
                if (isLast && insert && steps[depth] == "-")
                {
                    items.Add(value!);
                    return new SequenceNode(items, sequence.Location);
                }

                if (!int.TryParse(steps[depth], NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= items.Count + (isLast && insert ? 1 : 0))
                {
                    return null;
                }

                if (isLast && value is null)
                {
                    items.RemoveAt(index);
                }
                else if (isLast && insert)
                {
                    items.Insert(index, value!);
                }
                else if (isLast)
                {
                    items[index] = value!;
                }
                else if (Edit(items[index], steps, depth + 1, value, insert) is { } changed)
                {
                    items[index] = changed;
                }
                else
                {
                    return null;
                }

                return new SequenceNode(items, sequence.Location);
            default:
                return null;
        }
    }
}
