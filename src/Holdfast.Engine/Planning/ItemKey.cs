using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Planning;

/// <summary>What tells an item of a list from the others: the fields that Kubernetes merges the list by, and their values.</summary>
/// <param name="Fields">The fields' names, and their values.</param>
internal sealed record ItemKey(EquatableArray<(string Field, string Value)> Fields)
{
    private const string Protocol = "protocol";

    /// <summary>Lists without merge keys whose items nevertheless have names, as in objects of kinds that are not known.</summary>
    private static readonly EquatableArray<string> Names = new(["name"]);

    /// <summary>The keys of the items of both lists, each item once; null where the items have none, or share one.</summary>
    public static (ItemKey[] Before, ItemKey[] After)? Of(FieldType type, SequenceNode before, SequenceNode after)
    {
        EquatableArray<string> fields = type.MergeKeys.Count > 0 ? type.MergeKeys : Names;
        return Of(fields, before) is { } then && Of(fields, after) is { } now ? (then, now) : null;
    }

    public override string ToString() => string.Join(",", Fields.Select(static field => field.Field + "=" + field.Value));

    private static ItemKey[]? Of(EquatableArray<string> fields, SequenceNode list)
    {
        var keys = new ItemKey[list.Items.Count];
        var seen = new HashSet<ItemKey>();
        for (int i = 0; i < keys.Length; i++)
        {
            if (Of(fields, list.Items[i]) is not { } key || !seen.Add(key))
            {
                return null;
            }

            keys[i] = key;
        }

        return keys;
    }

    private static ItemKey? Of(EquatableArray<string> fields, ManifestNode item)
    {
        var values = new List<(string, string)>(fields.Count);
        foreach (string field in fields)
        {
            if (field == Protocol)
            {
                values.Add((field, PortProtocol.Of(item)));
            }
            else if (item.At(field.Split('.')) is ScalarNode { Kind: not ScalarKind.Null } value)
            {
                values.Add((field, value.Text));
            }
            else
            {
                return null;
            }
        }

        return new ItemKey(values.ToEquatableArray());
    }
}
