using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SharedClaimRule = new(
        id: "HF3001",
        title: "All replicas of a StatefulSet share one PersistentVolumeClaim",
        messageFormat: "All {0} replicas of '{1}' mount the one PersistentVolumeClaim '{2}': {3}; give each replica its own claim with {4}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A claim that the pod template names is the same for every pod. Only volumeClaimTemplates gives each replica of a StatefulSet its own volume, and the same one after a restart.",
        helpLinkUri: HelpLink.For("HF3001"),
        customTags: Fixes.MakeClaimTemplate);
}

/// <summary>HF3001: every replica of a set mounts one and the same claim.</summary>
internal sealed class SharedClaimRule() : StatefulSetRule(RuleDescriptors.SharedClaimRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is not > 1)
        {
            return;
        }

        foreach (ClaimVolume volume in ClaimVolume.WrittenBy(set, manifests))
        {
            // A directory for each is another matter where the claim can be mounted by all: HF3004.
            bool hasDirectories = volume.HasDirectoryForEachPod(set);
            if (volume.IsMadeForSharing && hasDirectories)
            {
                continue;
            }

            context.Report(this, volume.Location, new RuleFinding(
                set.Replicas,
                set.DisplayName,
                volume.ClaimName,
                (volume.IsMadeForSharing, hasDirectories) switch
                {
                    (true, _) => "they write to the same files, and none has its own data",
                    (_, true) => "replicas on other nodes never start (Multi-Attach error), whatever directories they use",
                    _ => "replicas on other nodes never start (Multi-Attach error), and replicas on one node overwrite each other's files",
                },
                new FieldText("StatefulSetSpec", "volumeClaimTemplates"))
            {
                Severity = volume.IsMadeForSharing ? DiagnosticSeverity.Warning : null,
            });
        }
    }
}
