using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Storage;

/// <summary>HF3004: one volume, divided into directories, in the place of several volumes.</summary>
internal sealed class ClaimOfSeveralRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF3004",
        title: "Several share one claim",
        messageFormat: "The claim '{0}' that '{1}' writes to is {2}: {3}; give each a claim of its own",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Directories of one volume share its space, its speed, its node and its end.",
        helpLinkUri: HelpLink.For("HF3004"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool LooksAcross => true;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        (WorkloadView Workload, ClaimVolume Volume)[] uses =
        [
            .. manifests.Workloads.SelectMany(workload => ClaimVolume.WrittenBy(workload, manifests).Select(volume => (workload, volume))),
        ];
        foreach ((WorkloadView workload, ClaimVolume volume) in uses)
        {
            if (volume.IsMadeForSharing)
            {
                if (workload is StatefulSetView { Replicas: > 1 } && volume.HasDirectoryForEachPod(workload))
                {
                    context.Report(this, volume.Origin, new RuleFinding(
                        volume.ClaimName,
                        workload.DisplayName,
                        "one for all members, with a directory for each",
                        "one member can fill the volume of all, and whatever happens to it happens to all"));
                }

                continue;
            }

            WorkloadView? other = uses
                .FirstOrDefault(use => use.Workload.Node != workload.Node && use.Volume.ClaimName == volume.ClaimName && use.Workload.IsBeside(workload))
                .Workload;
            if (other is not null)
            {
                context.Report(this, volume.Origin, new RuleFinding(
                    volume.ClaimName,
                    workload.DisplayName,
                    $"also that of '{other.DisplayName}'",
                    "their pods start on one node only (Multi-Attach error), and neither's data is safe from the other, whatever directories they use"));
            }
        }
    }
}
