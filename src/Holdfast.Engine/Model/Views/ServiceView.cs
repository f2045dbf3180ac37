using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A Service.</summary>
internal sealed class ServiceView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "Service";

    public const string ApiVersion = "v1";

    /// <summary>Whether it has no cluster address, so that DNS answers with its pods; null where it is unknown.</summary>
    public bool? IsHeadless => Node.At("spec", "clusterIP") switch
    {
        ScalarNode scalar => scalar.Text == "None",
        UnknownNode => null,
        _ => false,
    };

    /// <summary>Whether it is headless in one branch of the code that makes it, and has an address in another.</summary>
    public bool MayHaveAddress => Node.At("spec", "clusterIP") is UnknownNode { Choices: { IsDefault: false } choices } && choices.Any(static choice => choice != "None");

    /// <summary>From where it can be reached; <c>ClusterIP</c> where it does not say, null where it is unknown.</summary>
    public string? Type => Node.At("spec", "type") switch
    {
        null => "ClusterIP",
        ScalarNode scalar => scalar.Text,
        _ => null,
    };

    /// <summary>The labels of the pods that it leads to; without any it leads to none by itself.</summary>
    public ManifestNode? Selector => Node.At("spec", "selector");

    public ManifestNode? PublishNotReadyAddresses => Node.At("spec", "publishNotReadyAddresses");

    public MappingItems Ports => Node.At("spec", "ports").Mappings();
}
