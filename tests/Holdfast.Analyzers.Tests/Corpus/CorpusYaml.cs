using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>YAML as kubectl reads it, as plain trees: anchors, merge keys and YAML 1.1's numbers resolved.</summary>
internal static partial class CorpusYaml
{
    /// <summary>The documents of a file that are mappings.</summary>
    public static IReadOnlyList<JsonObject> Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(static document => Node(document.RootNode)).OfType<JsonObject>()];
    }

    /// <summary>Null stands for what is written and yet absent: <c>annotations:</c> with nothing behind it.</summary>
    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Mapping(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Tag.IsEmpty: true } plain => Plain(plain.Value ?? string.Empty),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value ?? string.Empty),
        _ => throw new NotSupportedException(node.NodeType.ToString()),
    };

    private static JsonObject Mapping(YamlMappingNode mapping)
    {
        var result = new JsonObject();
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            if (((YamlScalarNode)key).Value == "<<")
            {
                foreach ((string name, JsonNode? merged) in Mapping((YamlMappingNode)value))
                {
                    result.TryAdd(name, merged?.DeepClone());
                }
            }
            else
            {
                result[((YamlScalarNode)key).Value!] = Node(value);
            }
        }

        return result;
    }

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "false" => JsonValue.Create(text == "true"),
        _ when Octal().IsMatch(text) => JsonValue.Create(Convert.ToInt64(text, 8)),
        _ when Integer().IsMatch(text) => JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)),
        _ when Fraction().IsMatch(text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"\A0[0-7]+\z")]
    private static partial Regex Octal();

    [GeneratedRegex(@"\A[-+]?(0|[1-9][0-9]*)\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"\A[-+]?([0-9]+\.[0-9]*|\.[0-9]+)\z")]
    private static partial Regex Fraction();
}
