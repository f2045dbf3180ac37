using System.Globalization;
using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor FileGroupRule = new(
        id: "HF3013",
        title: "A new volume may belong to root",
        messageFormat: "'{0}' runs as a non-root user and has claim templates but no file group, so on most storage it cannot write to a new volume (permission denied); set {1}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3013"));
}

/// <summary>HF3013: a new volume belongs to root, and the containers do not run as root.</summary>
internal sealed class FileGroupRule() : StatefulSetRule(RuleDescriptors.FileGroupRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? pod = set.PodSpec.At("securityContext");
        if (!set.ClaimTemplates.Any() || pod is UnknownNode || !pod.At("fsGroup").IsAbsent())
        {
            return;
        }

        ManifestNode? user = set.Containers.Select(static container => container["securityContext"]).Prepend(pod)
            .SelectMany(static security => new[] { security.At("runAsUser"), security.At("runAsNonRoot") })
            .FirstOrDefault(static node => node.IsTrue() || (node.TryGetInteger(out long id) && id > 0));
        if (user is not null)
        {
            context.Report(this, user.Location, new RuleFinding(set.DisplayName, new FieldText("PodSecurityContext", "fsGroup")));
        }
        else if (ContainerOfNonRootImage(set) is { } container)
        {
            context.Report(this, container["image"]!.Location, new RuleFinding(
                set.DisplayName,
                new FieldText("PodSecurityContext", "fsGroup", KnownImage.Of(container)!.Group?.ToString(CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>A container that mounts a claim and whose image is known to run as another user than root; null where something may help it.</summary>
    private static MappingNode? ContainerOfNonRootImage(StatefulSetView set)
    {
        // A user that is set, root for example, takes the place of the image's, and a container before it may give it the directory.
        bool isChanged = set.Containers.Select(static container => container["securityContext"]).Prepend(set.PodSpec.At("securityContext"))
            .Any(static security => security is UnknownNode || !security.At("runAsUser").IsAbsent());
        if (isChanged || set.Node.At("spec", "template", "spec", "initContainers") is UnknownNode or SequenceNode { Items.Count: > 0 })
        {
            return null;
        }

        string[] claims = [.. set.ClaimTemplates.Select(static template => template.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty)];
        return set.RunningContainers.FirstOrDefault(container => KnownImage.Of(container)?.IsNonRoot == true
            && container["volumeMounts"].Mappings().Any(mount => mount["name"].TryGetString(out string? name) && claims.Contains(name)));
    }
}
