using System.Globalization;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>HF5019: demands on nodes that no node, or one alone, can meet.</summary>
internal sealed class UnschedulableRule : PodOwnerRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF5019",
        title: "Pods cannot be scheduled as they ask",
        messageFormat: "{0}, so the pods of '{1}' {2}; {3}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5019"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        // The controller of DaemonSets looks at nodes before it makes pods.
        string waiting = owner.KindName == PodOwnerView.DaemonSet ? "are never made" : "stay Pending";
        ManifestNode? required = owner.PodSpec.At("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms");
        foreach (MappingNode term in required.Mappings())
        {
            if (term.Entries.Count == 0)
            {
                Report(term, "An empty node selector term matches no node", waiting, "say what nodes must have", null);
            }

            foreach (MappingNode expression in term["matchExpressions"].Mappings().Where(static expression => expression["operator"].Is("Gt") || expression["operator"].Is("Lt")))
            {
                if (expression["values"] is SequenceNode { Items.Count: 1 } values
                    && values.Items[0].TryGetString(out string? value)
                    && !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                {
                    Report(values.Items[0], $"'{value}' is no whole number, and only those are greater or less", waiting, "write a whole number", null);
                }
            }
        }

        if (owner.Replicas is > 1 && owner.PodSpec.At("nodeName").TryGetString(out string? node))
        {
            Report(owner.PodSpec.At("nodeName"), $"All {owner.Replicas} are put on the node '{node}', past the scheduler", "are away together with it, and for ever where it does not exist", "select nodes by their labels", DiagnosticSeverity.Warning);
        }

        if (owner.PodSpec.At("schedulingGates") is SequenceNode { Items.Count: > 0 } gates)
        {
            Report(gates, "Pods with a scheduling gate wait until somebody removes it", "stay SchedulingGated", "leave the gates out unless a controller removes them", DiagnosticSeverity.Warning);
        }

        void Report(ManifestNode? place, string problem, string outcome, string advice, DiagnosticSeverity? severity) =>
            context.Report(this, place?.Origins().FirstOrDefault(), new RuleFinding(problem, owner.DisplayName, outcome, advice) { Severity = severity });
    }
}
