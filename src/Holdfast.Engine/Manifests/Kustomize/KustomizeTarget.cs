using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>Which objects a patch or a replacement is for: by kind, name, namespace, version and labels.</summary>
internal static class KustomizeTarget
{
    public static bool Selects(MappingNode target, MappingNode candidate) =>
        Agrees(target["kind"], ObjectView.KindOf(candidate))
        && Agrees(target["name"], candidate.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty)
        && Agrees(target["namespace"], candidate.At("metadata", "namespace").TryGetString(out string? @namespace) ? @namespace : string.Empty)
        && Agrees(target["version"], ObjectView.ApiVersionOf(candidate).Split('/').Last())
        && AgreesWithLabels(target["labelSelector"], candidate);

    /// <summary>Whether a patch without a target is for an object.</summary>
    public static bool IsSame(MappingNode patch, MappingNode candidate) =>
        ObjectView.KindOf(patch) == ObjectView.KindOf(candidate)
        && patch.At("metadata", "name").TryGetString(out string? name)
        && candidate.At("metadata", "name").TryGetString(out string? other)
        && name == other
        && !(patch.At("metadata", "namespace").TryGetString(out string? own)
            && candidate.At("metadata", "namespace").TryGetString(out string? others)
            && own != others);

    /// <summary>Names in targets are anchored patterns.</summary>
    private static bool Agrees(ManifestNode? wanted, string actual)
    {
        if (!wanted.TryGetString(out string? pattern) || pattern.Length == 0)
        {
            return true;
        }

        try
        {
            return Regex.IsMatch(actual, "^(" + pattern + ")$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool AgreesWithLabels(ManifestNode? selector, MappingNode candidate) =>
        !selector.TryGetString(out string? text)
        || text.Split(',').All(pair => pair.Split('=') is [var key, .., var value]
            && candidate.At("metadata", "labels", key.Trim()).TryGetString(out string? actual)
            && actual == value.Trim());
}
