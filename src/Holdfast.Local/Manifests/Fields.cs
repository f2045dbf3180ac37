using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Holdfast.Local.Manifests;

/// <summary>The fields of a mapping of YAML; what is not there reads as nothing.</summary>
internal readonly struct Fields(YamlNode? node)
{
    private readonly YamlMappingNode? _mapping = node as YamlMappingNode;

    public bool Exists => _mapping is not null;

    public IEnumerable<string> Names => _mapping?.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "") ?? [];

    public Fields this[string name] => new(Node(name));

    public string? Text(string name) => Node(name) is YamlScalarNode { Value: { } value } scalar && !IsNull(scalar, value) ? value : null;

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<Fields> Items(string name) => Node(name) is YamlSequenceNode items ? items.Children.Select(item => new Fields(item)) : [];

    public IEnumerable<string> Texts(string name) =>
        Node(name) is YamlSequenceNode items ? items.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "") : [];

    public IEnumerable<(string Key, string Value)> Pairs(string name) => Node(name) is YamlMappingNode pairs
        ? pairs.Children
            .Where(pair => pair.Key is YamlScalarNode && pair.Value is YamlScalarNode)
            .Select(pair => (((YamlScalarNode)pair.Key).Value ?? "", ((YamlScalarNode)pair.Value).Value ?? ""))
        : [];

    private YamlNode? Node(string name) => _mapping is not null && _mapping.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? child) ? child : null;

    private static bool IsNull(YamlScalarNode scalar, string value) =>
        scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && value is "" or "~" or "null";
}
