using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A ConfigMap.</summary>
internal sealed class ConfigMapView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "ConfigMap";

    public const string ApiVersion = "v1";

    /// <summary>Its entries; binary ones are not among them.</summary>
    public IEnumerable<MappingEntry> Data => (Node["data"] as MappingNode)?.Entries ?? default;

    /// <summary>Its entries in base64.</summary>
    public IEnumerable<MappingEntry> BinaryData => (Node["binaryData"] as MappingNode)?.Entries ?? default;
}
