using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor MountPathRule = new(
        id: "HF3015",
        title: "A mount hides another one or breaks a database",
        messageFormat: "{0}: {1}; {2}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3015"));
}

/// <summary>HF3015: mounts that are in each other's way, or in a database's.</summary>
internal sealed class MountPathRule() : PodOwnerRule(RuleDescriptors.MountPathRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        string[] templates = [.. owner.ClaimTemplates.Select(static template => template.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty)];
        foreach (MappingNode container in owner.Containers)
        {
            // A container has a few mounts, and each is compared with those before it.
            var paths = new List<(string Place, string Path)>();
            foreach (MappingNode mount in container["volumeMounts"].Mappings())
            {
                if (!mount["mountPath"].TryGetString(out string? path))
                {
                    continue;
                }

                string place = path.TrimEnd('/');
                if (Before(paths, place) is { } first && first != path)
                {
                    context.Report(this, mount["mountPath"]!.Location, new RuleFinding(
                        $"'{path}' and '{first}' are one path", "the API server accepts both, and one volume hides the other", "change one of the two paths")
                    {
                        Severity = DiagnosticSeverity.Warning,
                    });
                }

                paths.Add((place, path));
                if (mount["name"].TryGetString(out string? volume) && templates.Contains(volume))
                {
                    CheckDatabase(container, mount, path, place, context);
                }
            }
        }
    }

    private static string? Before(List<(string Place, string Path)> paths, string place)
    {
        for (int i = paths.Count - 1; i >= 0; i--)
        {
            if (paths[i].Place == place)
            {
                return paths[i].Path;
            }
        }

        return null;
    }

    private void CheckDatabase(MappingNode container, MappingNode mount, string path, string place, RuleContext context)
    {
        if (mount["subPath"] is not null
            || mount["subPathExpr"] is not null
            || KnownImage.Of(container) is not { NeedsEmpty: { } program } image
            || place != image.DataPath
            || ContainerEnvironment.Sets(container, image.DataVariable))
        {
            return;
        }

        context.Report(this, mount["mountPath"]!.Location, new RuleFinding(
            $"'{path}' is the root of a new volume",
            $"file systems keep lost+found there, and {program} refuses to initialize a directory that is not empty",
            Phrase.Of($"mount a directory of the volume with `VolumeMount.subPath`")));
    }
}
