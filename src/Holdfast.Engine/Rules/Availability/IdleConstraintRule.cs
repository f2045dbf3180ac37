using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor IdleConstraintRule = new(
        id: "HF5020",
        title: "A scheduling constraint counts no pods or no nodes",
        messageFormat: "{0}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API server accepts any label selector and any topology key. A spread constraint or an anti-affinity that matches nothing separates nothing.",
        helpLinkUri: HelpLink.For("HF5020"));
}

/// <summary>HF5020: a constraint for the scheduler that counts no pods, or nodes by a label that none has.</summary>
internal sealed class IdleConstraintRule() : PodOwnerRule(RuleDescriptors.IdleConstraintRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (SchedulingTerm term in SchedulingTerm.Of(owner))
        {
            if (NodeLabels.Nearest(term.TopologyKey) is { } key)
            {
                context.Report(this, term.TopologyKey!.Location, new RuleFinding(
                    $"{What(term.Kind)} of '{owner.DisplayName}' uses the node label '{((ScalarNode)term.TopologyKey).Text}', which no node has, so {ConsequenceOfKey(term)}; did you mean '{key}'?")
                {
                    Properties = FixProperties.Replace(key),
                });
            }

            // One without a selector is refused, which the table of constraints says.
            if (!term.Selector.IsAbsent() && !term.CrossesNamespaces && !AddedLabels.AreIn(term.Selector.At("matchLabels")) && term.Selects(owner) == false)
            {
                CheckSelector(term, owner, manifests, context);
            }
        }
    }

    private void CheckSelector(SchedulingTerm term, PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        // It may be meant for the pods of another workload, which is what affinity is for.
        if (manifests.KnownPodOwners.Any(other => !other.IsApartFrom(owner) && LabelSelector.Selects(term.Selector, other.PodLabels) != false))
        {
            return;
        }

        MappingNode? wanted = LabelSelector.AsLabels(term.Selector);
        NearLabel? near = NearLabel.Find(wanted, owner.PodLabels)
            ?? (term.Kind == SchedulingTermKind.AntiAffinity ? NearLabel.OfName(wanted, owner.PodLabels, NamesOf(owner)) : null)
            ?? manifests.PodOwners.Where(other => !other.IsApartFrom(owner)).Select(other => NearLabel.Find(wanted, other.PodLabels)).FirstOrDefault(static found => found is not null);
        if (near is not null)
        {
            context.Report(this, near.Place, new RuleFinding(
                $"{What(term.Kind)} of '{owner.DisplayName}' selects pods with '{near.Wrong}', which no pod has, so {ConsequenceOfSelector(term)}; did you mean '{near.Right}'?")
            {
                Properties = FixProperties.Replace(near.Replacement),
            });
        }
        else if (term.Kind == SchedulingTermKind.Spread)
        {
            MappingEntry? missing = Selection.FirstMissing(term.Selector.At("matchLabels"), owner.PodLabels);
            Location? place = missing?.Value.Location ?? LabelSelector.FirstUnmet(term.Selector, owner.PodLabels)?["key"]?.Location ?? term.Selector!.Location;
            context.Report(this, place, new RuleFinding(
                $"{What(term.Kind)} of '{owner.DisplayName}' selects {(missing is { } label ? $"pods with '{Selection.Describe(label)}'" : "other pods")}, and its own are not among them, so {ConsequenceOfSelector(term)}; select labels that its pods have"));
        }
    }

    /// <summary>The names of an object and of its Service, which its pods are easily looked for by.</summary>
    private static IEnumerable<string> NamesOf(PodOwnerView owner) => new[] { owner.Name, (owner as StatefulSetView)?.ServiceName }
        .OfType<ScalarNode>().Select(static name => name.Text);

    private static string What(SchedulingTermKind kind) => kind switch
    {
        SchedulingTermKind.Spread => "The topology spread constraint",
        SchedulingTermKind.Affinity => "The pod affinity",
        _ => "The pod anti-affinity",
    };

    /// <summary>Filters of the scheduler leave out nodes without the label, and pods need one that has it.</summary>
    private static string ConsequenceOfKey(SchedulingTerm term) => (term.Kind, term.IsRequired) switch
    {
        (SchedulingTermKind.AntiAffinity, _) => "it keeps no pods apart",
        (_, true) => "the pods stay Pending",
        (SchedulingTermKind.Spread, _) => "it spreads no pods",
        _ => "it has no effect",
    };

    private static string ConsequenceOfSelector(SchedulingTerm term) => (term.Kind, term.IsRequired) switch
    {
        (SchedulingTermKind.AntiAffinity, _) => "it keeps no pods apart",
        (SchedulingTermKind.Spread, _) => "it does not spread them",
        (_, true) => "its own pods stay Pending",
        _ => "it has no effect",
    };
}
