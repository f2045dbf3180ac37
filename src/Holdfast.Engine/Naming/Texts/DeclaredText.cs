using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Naming.Texts;

/// <summary>Texts of a pod that its programs read: commands, arguments and values of variables.</summary>
internal static class DeclaredText
{
    public static IEnumerable<ScalarNode> Of(PodOwnerView owner) => owner.Containers.SelectMany(OfContainer);

    public static IEnumerable<ScalarNode> OfContainer(MappingNode container) => Items(container["command"])
        .Concat(Items(container["args"]))
        .Concat(container["env"].Mappings().Select(static variable => variable["value"]).OfType<ScalarNode>())
        .Where(static node => node.Kind == ScalarKind.String);

    private static IEnumerable<ScalarNode> Items(ManifestNode? node) =>
        node is SequenceNode sequence ? sequence.Items.OfType<ScalarNode>() : [];
}
