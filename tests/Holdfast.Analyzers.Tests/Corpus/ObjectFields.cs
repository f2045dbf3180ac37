using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>An object as fields: each path that ends in a value, with the value as JSON.</summary>
internal static class ObjectFields
{
    /// <summary>For people to read: quotes in texts are not written as numbers.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Without apiVersion and kind, which are what made it this object.</summary>
    public static SortedDictionary<string, string> Of(JsonObject tree)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, JsonNode? value) in tree)
        {
            if (key is not ("apiVersion" or "kind"))
            {
                Add(fields, key, key, value);
            }
        }

        return fields;
    }

    /// <summary>As JSON, so that a text differs from the number it looks like.</summary>
    private static string Text(JsonNode node) => node.ToJsonString(Plain);

    private static void Add(SortedDictionary<string, string> fields, string path, string key, JsonNode? node)
    {
        switch (node)
        {
            // Nothing, and a list of nothing, are what is not written at all.
            case null or JsonArray { Count: 0 }:
                break;
            case JsonObject { Count: > 0 } mapping:
                foreach ((string name, JsonNode? value) in mapping)
                {
                    Add(fields, $"{path}.{name}", name, value);
                }

                break;
            // The words of a command mean something together only.
            case JsonArray list when list.All(static item => item is JsonValue):
                IEnumerable<string> words = list.Select(static word => Text(word!));
                fields[path] = "[" + string.Join(", ", ListKeys.IsSet(key) ? words.Order(StringComparer.Ordinal) : words) + "]";
                break;
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                {
                    Add(fields, $"{path}[{ListKeys.Of(key, list[i], i)}]", key, list[i]);
                }

                break;
            default:
                fields[path] = Text(node);
                break;
        }
    }
}
