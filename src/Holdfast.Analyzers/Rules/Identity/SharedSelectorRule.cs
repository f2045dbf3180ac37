using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Identity;

/// <summary>HF1007: pods of one workload are taken for those of another.</summary>
internal sealed class SharedSelectorRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF1007",
        title: "Pods of two workloads are taken for each other's",
        messageFormat: "{0} of {1} also {2} the pods of {3}: {4}; {5}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Selectors find pods by their labels, whoever made them. Two workloads in one namespace need labels that differ.",
        helpLinkUri: HelpLink.For("HF1007"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool LooksAcross => true;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        // One without pods, such as the half of a blue-green pair that rests, has none that could be taken.
        WorkloadView[] workloads = [.. manifests.Workloads.Where(static workload => workload.Replicas != 0)];
        var labelled = new LabelIndex(workloads);
        foreach (WorkloadView workload in workloads)
        {
            WorkloadView? other = labelled.With(workload.MatchLabels).FirstOrDefault(other =>
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
                    isOneObject ? "both are one object to the cluster, and the one that is applied last takes the other's place" : "Services lead to pods of both, and each counts the other's as its own",
                    "give the two different names",
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
            WorkloadView? stranger = labelled.With(governing.Selector).FirstOrDefault(other =>
                other.Node != set.Node
                && other.IsBeside(set)
                && Selection.Selects(governing.Selector, other.PodLabels) == true
                && !other.PodSpec.At("subdomain").Is(governing.DisplayName)
                && !(other is StatefulSetView otherSet && otherSet.ServiceName.TryGetString(out string? name) && name == governing.DisplayName));
            if (stranger is not null && Selection.Selects(governing.Selector, set.PodLabels) == true)
            {
                Report(
                    governing.Selector,
                    $"The governing Service '{governing.DisplayName}'",
                    set,
                    "selects",
                    stranger,
                    "DNS lists them as members of the set",
                    "select by a label that only the set's pods have",
                    governing.Name);
            }
        }

        void Report(ManifestNode? selector, string what, WorkloadView workload, string how, WorkloadView other, string consequence, string advice, ManifestNode? name)
        {
            MappingEntry? first = (selector as MappingNode)?.Entries.FirstOrDefault();
            context.Report(
                this,
                first?.Value.Origin ?? first?.KeyOrigin ?? name?.Origin,
                new RuleFinding(what, Describe(workload), how, Describe(other), consequence, advice));
        }
    }

    private static string Describe(WorkloadView workload) => $"the {ObjectView.KindOf(workload.Node)} '{workload.DisplayName}'";
}
