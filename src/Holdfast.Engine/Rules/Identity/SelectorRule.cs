using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SelectorRule = new(
        id: "HF1006",
        title: "A workload does not select its own pods",
        messageFormat: "'{0}' selects pods with '{1}', and its own have {2}, so the API server refuses the {3}; select labels that the pod template has",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF1006"));
}

/// <summary>HF1006: a workload that does not select its own pods.</summary>
internal sealed class SelectorRule() : PodOwnerRule(RuleDescriptors.SelectorRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        // A template without labels has none of those that are selected.
        ManifestNode? labels = !owner.PodLabels.IsAbsent() ? owner.PodLabels : owner.PodTemplate is MappingNode ? new MappingNode([]) : null;
        if (LabelSelector.FirstUnmet(owner.KindName == PodOwnerView.ReplicationController ? null : owner.Selector, labels) is { } unmet && unmet["key"].TryGetString(out string? key))
        {
            var own = labels.At(key) as ScalarNode;
            context.Report(
                this,
                unmet["operator"]!.Location,
                new RuleFinding(owner.DisplayName, Describe(unmet), own is null ? "no such label" : $"'{key}: {own.Text}'", owner.KindName));
        }

        if (Selection.FirstMissing(owner.MatchLabels, labels) is not { } missing)
        {
            return;
        }

        var actual = labels.At(missing.Key) as ScalarNode;
        context.Report(
            this,
            actual?.Location ?? missing.Value.Location ?? missing.KeyLocation,
            new RuleFinding(
                owner.DisplayName,
                Selection.Describe(missing),
                actual is null ? "no such label" : $"'{missing.Key}: {actual.Text}'",
                owner.KindName));
    }

    /// <summary>An expression as it is in a selector: <c>app NotIn orders</c>.</summary>
    private static string Describe(MappingNode expression) => string.Join(
        " ",
        new[] { expression["key"], expression["operator"] }.Concat((expression["values"] as SequenceNode)?.Items ?? default).OfType<ScalarNode>().Select(static scalar => scalar.Text));
}
