using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Judging;

/// <summary>
/// For which versions of Kubernetes the objects of manifests are: what a section of <c>.editorconfig</c> says for their files,
/// else what is said for all of them.
/// </summary>
/// <param name="all">That of all of them.</param>
/// <param name="options">What <c>.editorconfig</c> says.</param>
internal sealed class ManifestVersions(KubernetesTarget all, ManifestOptions options)
{
    /// <summary>That of objects that are applied together; where their files say different versions, all of them.</summary>
    public KubernetesTarget Of(IEnumerable<MappingNode> objects) => Together(
        objects
            .Select(static node => node.Place.Path)
            .Distinct(StringComparer.Ordinal)
            .Select(path => path is not null && options.KubernetesVersionOf(path) is { } text ? KubernetesTarget.Read(text, out _) : all),
        all);

    /// <summary>All of several versions.</summary>
    /// <param name="targets">The versions.</param>
    /// <param name="otherwise">Those where there are none.</param>
    public static KubernetesTarget Together(IEnumerable<KubernetesTarget> targets, KubernetesTarget otherwise)
    {
        KubernetesTarget[] different = [.. targets.Distinct()];
        return different.Length == 0 ? otherwise : different.Aggregate(static (one, two) => new KubernetesTarget(one.Versions.Or(two.Versions), one.IsChosen || two.IsChosen));
    }
}
