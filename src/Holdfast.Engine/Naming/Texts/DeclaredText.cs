using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Naming.Texts;

/// <summary>Texts of a pod that its programs read: commands, arguments and values of variables.</summary>
internal static class DeclaredText
{
    public static IEnumerable<ScalarNode> Of(PodOwnerView owner) => owner.Containers.SelectMany(OfContainer);

    public static IReadOnlyList<ScalarNode> OfContainer(MappingNode container)
    {
        var texts = new List<ScalarNode>(Count(container["command"]) + Count(container["args"]) + Count(container["env"]));
        Add(container["command"]);
        Add(container["args"]);
        Add(container["env"], "value");
        return texts;

        static int Count(ManifestNode? list) => (list as SequenceNode)?.Items.Count ?? 0;

        void Add(ManifestNode? list, string? field = null)
        {
            if (list is SequenceNode sequence)
            {
                foreach (ManifestNode item in sequence.Items)
                {
                    if ((field is null ? item : (item as MappingNode)?[field]) is ScalarNode { Kind: ScalarKind.String } text)
                    {
                        texts.Add(text);
                    }
                }
            }
        }
    }

    /// <summary>Whether one of the texts is such; asked of each container, so it walks without enumerators.</summary>
    public static bool ExistsIn(MappingNode container, Func<ScalarNode, bool> isSuch) =>
        ExistsIn(container["command"], isSuch) || ExistsIn(container["args"], isSuch) || ExistsIn(container["env"], isSuch, "value");

    /// <inheritdoc cref="ExistsIn(MappingNode, Func{ScalarNode, bool})"/>
    public static bool ExistsIn(ManifestNode? list, Func<ScalarNode, bool> isSuch, string? field = null)
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
}
