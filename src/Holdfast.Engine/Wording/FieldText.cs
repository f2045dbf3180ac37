using Holdfast.Engine.Model.Fields;

namespace Holdfast.Engine.Wording;

/// <summary>A field that a message names, and the value that it has or should have.</summary>
/// <param name="Owner">One of Kubernetes' types, or a path of fields below one: <c>StatefulSetSpec.updateStrategy</c>.</param>
/// <param name="Name">The field's own name.</param>
/// <param name="Value">The value as YAML has it; null where the field alone is meant.</param>
internal sealed record FieldText(string Owner, string Name, string? Value = null)
{
    /// <summary>The field as the text of a message marks it: <c>StatefulSetSpec.updateStrategy.type: OnDelete</c>.</summary>
    public static FieldText Read(string marked, string? owner)
    {
        int end = marked.IndexOf(": ", StringComparison.Ordinal);
        string path = end < 0 ? marked : marked.Substring(0, end);
        path = owner is null || char.IsUpper(path[0]) ? path : owner + "." + path;
        int dot = path.LastIndexOf('.');
        return new FieldText(dot < 0 ? string.Empty : path.Substring(0, dot), path.Substring(dot + 1), end < 0 ? null : marked.Substring(end + 2));
    }

    /// <summary>The type that has the field, and the field's own type; null where there is no such field.</summary>
    public (string Owner, FieldType Type)? Resolve()
    {
        FieldType? type = FieldTable.Named(Steps[0]);
        string owner = string.Empty;
        foreach (string step in Steps.Skip(1))
        {
            if (ItemOf(type) is not { Kind: FieldKind.Object or FieldKind.Map } current)
            {
                return null;
            }

            owner = current.Kind == FieldKind.Object ? current.Name : owner;
            type = FieldTable.FieldOf(current, step);
        }

        return type is null ? null : (owner, type);
    }

    /// <summary>The field below each type on the way to it, the longest path first.</summary>
    public List<string> Paths()
    {
        var found = new List<string>();
        FieldType? type = FieldTable.Named(Steps[0]);
        for (int i = 1; i < Steps.Length; i++)
        {
            if (ItemOf(type) is not { Kind: FieldKind.Object or FieldKind.Map } current)
            {
                return found;
            }

            if (current.Kind == FieldKind.Object)
            {
                found.Add(string.Join(".", Steps.Skip(i).Prepend(current.Name)));
            }

            type = FieldTable.FieldOf(current, Steps[i]);
        }

        return found;
    }

    private string[] Steps => [.. Owner.Split('.'), Name];

    /// <summary>An item's fields are named like those of the list.</summary>
    private static FieldType? ItemOf(FieldType? type) => type?.Kind == FieldKind.List ? type.Item : type;
}
