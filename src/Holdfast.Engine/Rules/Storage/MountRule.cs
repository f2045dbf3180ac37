using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor MountRule = new(
        id: "HF3006",
        title: "A mount names no volume",
        messageFormat: "'{0}' is {4} of '{1}', so the API server refuses the {2}; {3}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3006"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF3006: a mount of a volume that is nowhere.</summary>
internal sealed class MountRule() : PodOwnerRule(RuleDescriptors.MountRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        ManifestNode?[] names =
        [
            .. owner.Volumes.Select(static volume => volume["name"]),
            .. owner.ClaimTemplates.Select(static template => template.At("metadata", "name")),
        ];
        if (owner.IsPartial
            || names.Any(static name => name is not ScalarNode)
            || owner.PodSpec.At("volumes") is UnknownNode
            || owner.Node.At("spec", "volumeClaimTemplates") is UnknownNode)
        {
            return;
        }

        string[] known = [.. names.Select(static name => ((ScalarNode)name!).Text)];
        foreach (MappingNode container in owner.Containers)
        {
            foreach (MappingNode mount in container["volumeMounts"].Mappings())
            {
                Judge(mount);
            }

            foreach (MappingNode device in container["volumeDevices"].Mappings())
            {
                Judge(device);
            }
        }

        void Judge(MappingNode mount)
        {
            if (mount["name"].TryGetString(out string? name) && !known.Contains(name))
            {
                string? nearest = NearestName.Find(name, known);
                context.Report(this, mount["name"]!.Location, new RuleFinding(
                    name,
                    owner.DisplayName,
                    owner.KindName,
                    nearest is null ? "declare the volume" : $"did you mean '{nearest}'?",
                    owner.KindName == StatefulSetView.Kind ? "neither a volume nor a claim template" : "not a volume")
                {
                    Properties = FixProperties.Replace(nearest),
                });
            }
        }
    }
}
