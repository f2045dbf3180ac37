using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor VolumeModeRule = new(
        id: "HF3016",
        title: "A volume is used in a way that its mode does not allow",
        messageFormat: "The {5} '{0}' is a {1} but is used as a {2}: {3}; {4}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3016"),
        customTags: Fixes.UseVolumeAsMounted);
}

/// <summary>HF3016: a raw block volume that is mounted as a file system, or a file system that is used as a device.</summary>
internal sealed class VolumeModeRule() : PodOwnerRule(RuleDescriptors.VolumeModeRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode template in owner.ClaimTemplates)
        {
            Check("claim template", template.At("metadata", "name"), template.At("spec", "volumeMode"), owner, context);
        }

        foreach (MappingNode volume in owner.Volumes)
        {
            if (volume["ephemeral"] is not null)
            {
                Check("volume", volume["name"], volume.At("ephemeral", "volumeClaimTemplate", "spec", "volumeMode"), owner, context);
            }
        }
    }

    private void Check(string what, ManifestNode? claim, ManifestNode? claimMode, PodOwnerView owner, RuleContext context)
    {
        if (!claim.TryGetString(out string? name) || claimMode is UnknownNode)
        {
            return;
        }

        bool isBlock = claimMode.TryGetString(out string? mode) && mode == "Block";
        foreach (MappingNode container in owner.Containers)
        {
            foreach (MappingNode use in container[isBlock ? "volumeMounts" : "volumeDevices"].Mappings())
            {
                if (use["name"].Is(name))
                {
                    Report(use, what, name, isBlock, container, owner, context);
                }
            }
        }
    }

    private void Report(MappingNode use, string what, string name, bool isBlock, MappingNode container, PodOwnerView owner, RuleContext context)
    {
        string consequence = IsUsedIn(container["volumeMounts"], name) && IsUsedIn(container["volumeDevices"], name)
            ? $"as the container uses it as both, the API server refuses the {owner.KindName}"
            : "the API server accepts it, and the pods never start";
        context.Report(this, (use["mountPath"] ?? use["devicePath"] ?? use).Location, isBlock
            ? new RuleFinding(name, "raw block device", "file system", consequence, Phrase.Of($"use `Container.volumeDevices.devicePath` instead of `Container.volumeMounts.mountPath`, or the other way round"), what)
            : new RuleFinding(name, "file system", "raw block device", consequence, Phrase.Of($"use `Container.volumeMounts.mountPath` instead of `Container.volumeDevices.devicePath`, or set `PersistentVolumeClaimSpec.volumeMode: Block`"), what));
    }

    private static bool IsUsedIn(ManifestNode? uses, string name) => uses.Mappings().Any(use => use["name"].Is(name));
}
