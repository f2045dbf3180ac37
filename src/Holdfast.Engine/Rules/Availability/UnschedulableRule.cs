using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UnschedulableRule = new(
        id: "HF5019",
        title: "Pods cannot be scheduled as specified",
        messageFormat: "{0}, so the pods of '{1}' {2}; {3}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5019"));
}

/// <summary>HF5019: demands on nodes that no node, or one alone, can meet.</summary>
internal sealed class UnschedulableRule() : PodOwnerRule(RuleDescriptors.UnschedulableRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        // The controller of DaemonSets looks at nodes before it makes pods.
        string waiting = owner.KindName == PodOwnerView.DaemonSet ? "are never made" : "stay Pending";
        ManifestNode? required = owner.PodSpec.At("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms");
        foreach (MappingNode term in required.Mappings())
        {
            if (term.Entries.Count == 0)
            {
                Report(term, "An empty node selector term matches no node", waiting, "add the labels that nodes must have", null);
            }

            foreach (MappingNode expression in term["matchExpressions"].Mappings().Where(static expression => expression["operator"].Is("Gt") || expression["operator"].Is("Lt")))
            {
                if (expression["values"] is SequenceNode { Items.Count: 1 } values
                    && values.Items[0].TryGetString(out string? value)
                    && !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                {
                    Report(values.Items[0], $"'{value}' is not a whole number, which the operators Gt and Lt need", waiting, "write a whole number", null);
                }
            }
        }

        if (owner.Replicas is > 1 && owner.PodSpec.At("nodeName").TryGetString(out string? node))
        {
            Report(owner.PodSpec.At("nodeName"), $"A fixed node puts all {owner.Replicas} replicas on '{node}', without the scheduler", "fail together with it, and never run if it does not exist", Phrase.Of($"use `PodSpec.nodeSelector` instead of `PodSpec.nodeName`"), DiagnosticSeverity.Warning);
        }

        if (owner.PodSpec.At("schedulingGates") is SequenceNode { Items.Count: > 0 } gates)
        {
            Report(gates, "Pods with a scheduling gate wait until a controller removes it", "stay SchedulingGated", Phrase.Of($"remove `PodSpec.schedulingGates` unless a controller does"), DiagnosticSeverity.Warning);
        }

        void Report(ManifestNode? place, string problem, string outcome, Phrase advice, DiagnosticSeverity? severity) =>
            context.Report(this, place?.Locations().FirstOrDefault(), new RuleFinding(problem, owner.DisplayName, outcome, advice) { Severity = severity });
    }
}
