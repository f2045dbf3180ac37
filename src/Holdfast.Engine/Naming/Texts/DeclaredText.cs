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

    /// <summary>Whether one of the texts is such; asked of each container, so it walks without enumerators.</summary>
    public static bool ExistsIn(MappingNode container, Func<ScalarNode, bool> isSuch) =>
        ExistsIn(container["command"], isSuch) || ExistsIn(container["args"], isSuch) || ExistsIn(container["env"], isSuch, "value");

    private static bool ExistsIn(ManifestNode? list, Func<ScalarNode, bool> isSuch, string? field = null)
    {
        if (list is SequenceNode sequence)
        {
            foreach (ManifestNode item in sequence.Items)
            {
                if ((field is null ? item : item is MappingNode mapping ? mapping[field] : null) is ScalarNode { Kind: ScalarKind.String } text && isSuch(text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<ScalarNode> Items(ManifestNode? node) =>
        node is SequenceNode sequence ? sequence.Items.OfType<ScalarNode>() : [];
}
