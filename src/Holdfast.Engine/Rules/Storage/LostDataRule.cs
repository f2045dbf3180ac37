using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor LostDataRule = new(
        id: "HF3010",
        title: "Persistent data is lost with the pod",
        messageFormat: "{0} of '{1}' {2}, so data is lost when a pod is replaced; {3}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3010"));
}

/// <summary>HF3010: data that is meant to last, on what ends with the pod.</summary>
internal sealed class LostDataRule() : PodOwnerRule(RuleDescriptors.LostDataRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode volume in owner.Volumes)
        {
            if (!owner.IsPartial && volume.Entries.Count == 1 && volume["name"].TryGetString(out string? name) && !IsTemplate(owner, name))
            {
                context.Report(this, volume["name"]!.Location, new RuleFinding(
                    $"The volume '{name}'", owner.DisplayName, "has no source and becomes an emptyDir", Phrase.Of($"set `Volume.emptyDir` if that is intended, or `Volume.persistentVolumeClaim`")));
            }
        }

        // A policy for claims shows that there should be some.
        if (owner.Node.At("spec", "persistentVolumeClaimRetentionPolicy") is MappingNode { Entries.Count: > 0 } policy
            && !owner.IsPartial
            && owner.Node.At("spec", "volumeClaimTemplates") is null or SequenceNode { Items.Count: 0 })
        {
            context.Report(this, policy.Location ?? policy.Entries[0].Value.Location, new RuleFinding(
                "The claim retention policy", owner.DisplayName, "applies to claim templates, and there is none", Phrase.Of($"add `StatefulSetSpec.volumeClaimTemplates`, or remove the policy")));
        }
    }

    /// <summary>A claim template takes the place of a volume of its name.</summary>
    private static bool IsTemplate(PodOwnerView owner, string name) =>
        owner.ClaimTemplates.Any(template => template.At("metadata", "name").TryGetString(out string? other) && other == name);
}
