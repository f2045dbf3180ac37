using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ImageVolumeRule = new(
        id: "HF3020",
        title: "A claim is mounted where the image does not keep its data",
        messageFormat: "'{0}' keeps its data in '{1}', {2}, and not in the claim that is mounted at '{3}', so {4}; mount the claim at '{5}'",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3020"));
}

/// <summary>HF3020: a claim that the image's own volume hides, so that the data is somewhere else.</summary>
internal sealed class ImageVolumeRule() : PodOwnerRule(RuleDescriptors.ImageVolumeRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        string[] claims = [.. ClaimNames(owner)];
        if (claims.Length == 0)
        {
            return;
        }

        foreach (MappingNode container in owner.RunningContainers)
        {
            if (KnownImage.Of(container) is { DataPath: { } data } image && !MayBeMoved(container, image))
            {
                Check(container, image, data, claims, context);
            }
        }
    }

    private void Check(MappingNode container, KnownImage image, string data, string[] claims, RuleContext context)
    {
        (MappingNode Mount, string Place)[] mounts = [.. container["volumeMounts"].Mappings()
            .Select(static mount => (mount, mount["mountPath"].TryGetString(out string? path) ? path.TrimEnd('/') : string.Empty))];
        if (container["volumeMounts"] is not SequenceNode all || all.Items.Count != mounts.Length || mounts.Any(static mount => mount.Place.Length == 0))
        {
            return;
        }

        string? volume = image.Volumes.FirstOrDefault(volume => volume == data || IsAbove(volume, data));
        foreach ((MappingNode mount, string place) in mounts)
        {
            if (!mount["name"].TryGetString(out string? name) || !claims.Contains(name))
            {
                continue;
            }

            if (volume is not null && IsAbove(place, volume) && !mounts.Any(other => other.Place == volume || other.Place == data || IsAbove(volume, other.Place)))
            {
                Report("a volume of the image", "data is lost with each pod", volume);
            }
            else if (place == image.OldDataPath && !mounts.Any(other => IsAbove(other.Place, place)))
            {
                Report("unlike earlier versions", "the container does not start", volume ?? data);
            }

            void Report(string what, string consequence, string advice) => context.Report(this, mount["mountPath"]!.Location, new RuleFinding(
                container["image"].TryGetString(out string? text) ? text : image.Name, data, what, place, consequence, advice));
        }
    }

    /// <summary>Whether the data may be elsewhere: a variable moves it, or a text of the container names another path or a file of settings.</summary>
    private static bool MayBeMoved(MappingNode container, KnownImage image) =>
        (image.DataVariable is { } variable && ContainerEnvironment.Sets(container, variable) && !IsWithin(ContainerEnvironment.ValueOf(container, variable), image))
        || ContainerEnvironment.IsOpen(container)
        || container["command"] is UnknownNode
        || container["args"] is UnknownNode
        || DeclaredText.OfContainer(container).Any(text => NamesOtherPath(text.Text, image));

    private static bool IsWithin(string? path, KnownImage image) =>
        path?.TrimEnd('/') is { } place && image.Volumes.Any(volume => place == volume || IsAbove(volume, place));

    private static bool NamesOtherPath(string text, KnownImage image) =>
        text.IndexOf("config", StringComparison.OrdinalIgnoreCase) >= 0
        || text is "-f" or "-D"
        || image.Volumes.Any(volume =>
        {
            string parent = volume.Substring(0, volume.LastIndexOf('/') + 1);
            int at = parent.Length > 1 ? text.IndexOf(parent, StringComparison.Ordinal) : -1;
            return at >= 0 && string.CompareOrdinal(text, at, volume, 0, volume.Length) != 0;
        });

    private static bool IsAbove(string place, string path) => path.Length > place.Length && path.StartsWith(place + "/", StringComparison.Ordinal);

    private static List<string> ClaimNames(PodOwnerView owner)
    {
        var found = new List<string>();
        foreach (MappingNode template in owner.ClaimTemplates)
        {
            if (template.At("metadata", "name").TryGetString(out string? name))
            {
                found.Add(name);
            }
        }

        foreach (MappingNode volume in owner.Volumes)
        {
            if (volume["persistentVolumeClaim"] is MappingNode && volume["name"].TryGetString(out string? name))
            {
                found.Add(name);
            }
        }

        return found;
    }
}
