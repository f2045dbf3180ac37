using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A PersistentVolumeClaim.</summary>
internal sealed class ClaimView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "PersistentVolumeClaim";

    public const string ApiVersion = "v1";

    /// <summary>The access mode that no other goes with: one pod, whichever node it is on.</summary>
    public const string OncePod = "ReadWriteOncePod";

    /// <summary>Whether it is known to have an access mode.</summary>
    public bool HasAccessMode(string mode) => HasAccessMode(Node, mode);

    /// <summary>The same of a claim or a claim template, without a view of it.</summary>
    public static bool HasAccessMode(MappingNode claim, string mode)
    {
        if (claim.At("spec", "accessModes") is SequenceNode modes)
        {
            foreach (ManifestNode item in modes.Items)
            {
                if (item.Is(mode))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
