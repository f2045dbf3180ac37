using System.Collections.Concurrent;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Model.Fields;

/// <summary>
/// The fields of the objects that Holdfast makes, and of what else a patch or a manifest may hold, with their types. The
/// table is text in this assembly, made of KubernetesClient's models by <c>tools/FieldTable</c>; it is read when first
/// asked for, and each type in it when first needed.
/// </summary>
internal static class FieldTable
{
    private const string Resource = "Holdfast.FieldTable.txt";

    private static readonly Lazy<Dictionary<string, string>> Lines = new(ReadLines);

    /// <summary>What is behind a field's name that the OpenAPI document requires.</summary>
    private const char Required = '!';

    private static readonly ConcurrentDictionary<string, ObjectFields> Types = new(StringComparer.Ordinal);

    /// <summary>The type of an object; null where the table has none such.</summary>
    public static FieldType? Find(string apiVersion, string kind) =>
        Lines.Value.TryGetValue("!" + apiVersion + " " + kind, out string? name) ? Parse(name) : null;

    /// <summary>A type by its name; null where the table has none such.</summary>
    public static FieldType? Named(string name) => name.Length > 0 && name[0] != '!' && Lines.Value.ContainsKey(name) ? FieldType.Of(FieldKind.Object) with { Name = name } : null;

    /// <summary>Whether an object is of a type that is known. In those of others the same fields may mean something else.</summary>
    public static bool Knows(MappingNode node) => Find(ObjectView.ApiVersionOf(node), ObjectView.KindOf(node)) is not null;

    /// <summary>The types of objects that are known.</summary>
    public static IEnumerable<(string ApiVersion, string Kind)> Objects => Lines.Value.Keys
        .Where(static line => line[0] == '!')
        .Select(static line => (line.Substring(1, line.IndexOf(' ') - 1), line.Substring(line.IndexOf(' ') + 1)));

    /// <summary>The fields of an object type.</summary>
    public static IReadOnlyDictionary<string, FieldType> FieldsOf(FieldType type) => Types.GetOrAdd(type.Name, ReadFields).Fields;

    /// <summary>The fields of an object type that the OpenAPI document requires.</summary>
    public static IReadOnlyList<string> RequiredOf(FieldType type) => Types.GetOrAdd(type.Name, ReadFields).Required;

    /// <summary>The type of a field or of an entry; null where there is no such field.</summary>
    public static FieldType? FieldOf(FieldType type, string field) => type.Kind switch
    {
        FieldKind.Object => FieldsOf(type).TryGetValue(field, out FieldType? found) ? found : null,
        FieldKind.Map => type.Item,
        _ => FieldType.Any,
    };

    /// <summary>The text as it is.</summary>
    public static string ReadText()
    {
        using var reader = new StreamReader(typeof(FieldTable).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> ReadLines()
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in ReadText().Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            // Objects are known by version and kind, types by their name.
            int end = line[0] == '!' ? line.LastIndexOf(' ') : line.IndexOf(' ');
            lines.Add(end < 0 ? line : line.Substring(0, end), end < 0 ? string.Empty : line.Substring(end + 1));
        }

        return lines;
    }

    private static ObjectFields ReadFields(string type)
    {
        var fields = new Dictionary<string, FieldType>(StringComparer.Ordinal);
        var required = new List<string>();
        foreach (string field in Lines.Value[type].Split(' '))
        {
            int end = field.IndexOf(':');
            if (end > 0)
            {
                string name = field.Substring(0, end).TrimEnd(Required);
                fields.Add(name, Parse(field.Substring(end + 1)));
                if (name.Length < end)
                {
                    required.Add(name);
                }
            }
        }

        return new ObjectFields(fields, required);
    }

    private static FieldType Parse(string text)
    {
        switch (text)
        {
            case "s": return FieldType.Of(FieldKind.String);
            case "i": return FieldType.Of(FieldKind.Int32);
            case "l": return FieldType.Of(FieldKind.Int64);
            case "n": return FieldType.Of(FieldKind.Number);
            case "b": return FieldType.Of(FieldKind.Boolean);
            case "q": return FieldType.Of(FieldKind.Quantity);
            case "p": return FieldType.Of(FieldKind.IntOrString);
            case "t": return FieldType.Of(FieldKind.Time);
            case "x": return FieldType.Of(FieldKind.Bytes);
            case "*": return FieldType.Any;
        }

        if (text[0] == '{')
        {
            return FieldType.Of(FieldKind.Map) with { Item = Parse(text.Substring(1, text.Length - 2)) };
        }

        if (text[0] != '[')
        {
            return FieldType.Of(FieldKind.Object) with { Name = text };
        }

        int end = text.LastIndexOf(']');
        string keys = text.Substring(end + 1);
        return FieldType.Of(FieldKind.List) with
        {
            Item = Parse(text.Substring(1, end - 1)),
            MergeKeys = keys.Length == 0 || keys == "=" ? default : keys.Split(',').ToEquatableArray(),
            IsSet = keys == "=",
        };
    }

    private sealed record ObjectFields(IReadOnlyDictionary<string, FieldType> Fields, IReadOnlyList<string> Required);
}
