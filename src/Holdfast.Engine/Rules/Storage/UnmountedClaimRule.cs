using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UnmountedClaimRule = new(
        id: "HF3005",
        title: "A claim template is mounted by no container",
        messageFormat: "No container of '{0}' mounts the claim template '{1}': each replica gets a volume that costs money and stays empty, and its data is lost with the container; {2}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3005"),
        customTags: Fixes.Mount);
}

/// <summary>HF3005: a claim for each replica, and no container that sees it.</summary>
internal sealed class UnmountedClaimRule() : StatefulSetRule(RuleDescriptors.UnmountedClaimRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode?[] uses =
        [
            .. set.Containers.SelectMany(static container => container["volumeMounts"].Mappings().ToArray(container["volumeDevices"].Mappings())).Select(static use => use["name"]),
        ];
        bool isKnown = !set.IsPartial
            && set.Containers.Any()
            && uses.All(static use => use is ScalarNode)
            && !set.Containers.Any(static container => container["volumeMounts"] is UnknownNode || container["volumeDevices"] is UnknownNode);
        if (!isKnown)
        {
            return;
        }

        foreach (MappingNode template in set.ClaimTemplates)
        {
            // An attribute whose size is not understood yet is not understood as a whole.
            if (template.At("spec", "resources", "requests", "storage") is not UnknownNode
                && template.At("metadata", "name").TryGetString(out string? name)
                && !uses.Any(use => ((ScalarNode)use!).Text == name))
            {
                context.Report(this, template.At("metadata", "name")!.Location, new RuleFinding(set.DisplayName, name, Phrase.Of($"mount it with `VolumeMount.mountPath`, or remove it"))
                {
                    Properties = FixProperties.Of(FixProperties.MountPath, "/" + name),
                });
            }
        }
    }
}
