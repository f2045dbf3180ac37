using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ClaimOfSeveralRule = new(
        id: "HF3004",
        title: "Several workloads or replicas share one PersistentVolumeClaim",
        messageFormat: "The PersistentVolumeClaim '{0}' that '{1}' writes to is {2}: {3}; give each its own claim",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Directories of one volume share its space, its throughput, its node and its loss.",
        helpLinkUri: HelpLink.For("HF3004"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}

/// <summary>HF3004: one volume, divided into directories, in the place of several volumes.</summary>
internal sealed class ClaimOfSeveralRule() : Rule(RuleDescriptors.ClaimOfSeveralRule)
{
    public override bool LooksAcross => true;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        Use[] uses =
        [
            .. manifests.Workloads.SelectMany(workload => ClaimVolume.WrittenBy(workload, manifests).Select(volume => new Use(workload, volume))),
        ];
        if (uses.Length > 0)
        {
            Check(uses, context);
        }
    }

    private void Check(Use[] uses, RuleContext context)
    {
        foreach ((WorkloadView workload, ClaimVolume volume) in uses)
        {
            if (volume.IsMadeForSharing)
            {
                if (workload is StatefulSetView { Replicas: > 1 } && volume.HasDirectoryForEachPod(workload))
                {
                    context.Report(this, volume.Location, new RuleFinding(
                        volume.ClaimName,
                        workload.DisplayName,
                        "shared by all replicas, with a directory for each",
                        "one replica can fill the volume of all, and its loss affects all of them"));
                }

                continue;
            }

            WorkloadView? other = uses
                .FirstOrDefault(use => use.Workload.Node != workload.Node && use.Volume.ClaimName == volume.ClaimName && use.Workload.IsBeside(workload))?
                .Workload;
            if (other is not null)
            {
                context.Report(this, volume.Location, new RuleFinding(
                    volume.ClaimName,
                    workload.DisplayName,
                    $"also used by '{other.DisplayName}'",
                    "their pods start on one node only (Multi-Attach error), and each can damage the data of the other, whatever directories they use"));
            }
        }
    }

    private sealed record Use(WorkloadView Workload, ClaimVolume Volume);
}
