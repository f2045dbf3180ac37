using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A Secret.</summary>
internal sealed class SecretView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "Secret";

    public const string ApiVersion = "v1";

    /// <summary>Its entries in base64.</summary>
    public IEnumerable<MappingEntry> Data => (Node["data"] as MappingNode)?.Entries ?? default;

    /// <summary>Its entries in plain text, which win over those in base64.</summary>
    public IEnumerable<MappingEntry> Texts => (Node["stringData"] as MappingNode)?.Entries ?? default;

    /// <summary>Whether it is encrypted where it stands, by SOPS, so that its values are others when it is applied.</summary>
    public bool IsEncrypted => Node["sops"] is not null;

    /// <summary>Whether it has an entry of this key; null where that is not known.</summary>
    public bool? Has(string key) => (Node["data"], Node["stringData"]) switch
    {
        (UnknownNode, _) or (_, UnknownNode) => null,
        var (data, texts) => data.At(key) is not null || texts.At(key) is not null,
    };
}
