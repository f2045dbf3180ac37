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
                "add" or "replace" when operation.At("value") is { } value => Edit(result, steps, value, op == "add"),
                "remove" => Edit(result, steps, null),
                _ => null,
            };
            if (result is null)
            {
                return null;
            }
        }

        return result as MappingNode;
    }

    private static ManifestNode? Edit(ManifestNode? node, string[] steps, ManifestNode? value, bool insert = false)
    {
        var edit = new JsonPatchEdit(value, insert);
        ManifestNode? result = edit.Apply(node, steps);
        return edit.HasFailed ? null : result;
    }
}
