using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SharedSelectorRule = new(
        id: "HF1007",
        title: "Two workloads select the same pods",
        messageFormat: "{0} of {1} also {2} the pods of {3}: {4}; {5}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Selectors find pods by their labels, whichever workload created them. Two workloads in one namespace need different labels.",
        helpLinkUri: HelpLink.For("HF1007"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}

/// <summary>HF1007: pods of one workload are taken for those of another.</summary>
internal sealed class SharedSelectorRule() : Rule(RuleDescriptors.SharedSelectorRule)
{
    public override bool LooksAcross => true;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        // One without pods, such as the half of a blue-green pair that rests, has none that could be taken.
        WorkloadView[] workloads = [.. manifests.Workloads.Where(static workload => workload.Replicas != 0)];
        var byLabel = new LabelLookup<WorkloadView>(workloads, static workload => workload.PodLabels);
        foreach (WorkloadView workload in workloads)
        {
            WorkloadView? other = byLabel.Have(workload.MatchLabels).FirstOrDefault(other =>
                other.Node != workload.Node && other.IsBeside(workload) && Selection.Selects(workload.MatchLabels, other.PodLabels) == true);
            if (other is not null)
            {
                bool isOneObject = other.IsSameObject(workload);
                Report(
                    workload.MatchLabels,
                    "The selector",
                    workload,
                    "matches",
                    other,
                    isOneObject ? "the cluster has one object of this kind and name, so the one that is applied last replaces the other" : "Services lead to pods of both, and each counts the other's as its own",
                    Advice(workload, other),
                    workload.Name);
            }
            else if (workload is StatefulSetView set && manifests.GoverningServiceOf(set) is { IsHeadless: true } governing && !governing.IsApartFrom(set))
            {
                Judge(set, governing);
            }
        }

        void Judge(StatefulSetView set, ServiceView governing)
        {
            // Sets that share their governing Service mean to be found under one name, and so do pods that take it for their subdomain.
            WorkloadView? foreign = byLabel.Have(governing.Selector).FirstOrDefault(other =>
                other.Node != set.Node
                && other.IsBeside(set)
                && Selection.Selects(governing.Selector, other.PodLabels) == true
                && !other.PodSpec.At("subdomain").Is(governing.DisplayName)
                && !(other is StatefulSetView otherSet && otherSet.ServiceName.TryGetString(out string? name) && name == governing.DisplayName));
            if (foreign is not null && Selection.Selects(governing.Selector, set.PodLabels) == true)
            {
                Report(
                    governing.Selector,
                    $"The governing Service '{governing.DisplayName}'",
                    set,
                    "selects",
                    foreign,
                    "DNS lists them as replicas of the StatefulSet",
                    "select a label that only the pods of the StatefulSet have",
                    governing.Name);
            }
        }

        void Report(ManifestNode? selector, string what, WorkloadView workload, string how, WorkloadView other, string consequence, string advice, ManifestNode? name)
        {
            MappingEntry? first = (selector as MappingNode)?.FirstEntry();
            context.Report(
                this,
                first?.Value.Location ?? first?.KeyLocation ?? name?.Location,
                new RuleFinding(what, Describe(workload), how, Describe(other), consequence, advice));
        }
    }

    /// <summary>Where the label is the workload's name, as attributes make it, another name is another label.</summary>
    private static string Advice(WorkloadView workload, WorkloadView other)
    {
        MappingEntry? first = (workload.MatchLabels as MappingNode)?.FirstEntry();
        return workload.IsSameObject(other) || (first is { KeyLocation: null, Value.Location: { } place } && place == workload.Name?.Location)
            ? "give one of the two another name"
            : "give the selector and the pod template of each a label value that the other does not have";
    }

    private static string Describe(WorkloadView workload) => $"the {ObjectView.KindOf(workload.Node)} '{workload.DisplayName}'";
}
