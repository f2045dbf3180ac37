using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor DeploymentClaimRule = new(
        id: "HF3002",
        title: "Pods of a Deployment share a PersistentVolumeClaim that one node can mount",
        messageFormat: "Up to {0} pods of the {3} '{1}' mount the one PersistentVolumeClaim '{2}': pods on other nodes never start (Multi-Attach error), and pods on one node overwrite each other's files; use a StatefulSet with a claim template, or a claim that is ReadWriteMany",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A Deployment has no claim templates: what its pod template mounts is the same volume for each pod.",
        helpLinkUri: HelpLink.For("HF3002"));
}

/// <summary>HF3002: several pods of a Deployment mount a claim that only one node can mount.</summary>
internal sealed class DeploymentClaimRule() : Rule(RuleDescriptors.DeploymentClaimRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (PodOwnerView workload in manifests.PodOwners.Where(static owner => owner.KindName is DeploymentView.Kind or "ReplicaSet" or PodOwnerView.ReplicationController))
        {
            if (Scale.Of(workload, manifests) is not { } scale || scale <= 1)
            {
                continue;
            }

            foreach (ClaimVolume volume in ClaimVolume.WrittenBy(workload, manifests).Where(static volume => !volume.IsMadeForSharing))
            {
                context.Report(this, volume.Location, new RuleFinding(scale, workload.DisplayName, volume.ClaimName, workload.KindName));
            }
        }
    }
}
