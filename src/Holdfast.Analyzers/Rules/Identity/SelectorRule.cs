using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Identity;

/// <summary>HF1006: a workload that does not select its own pods.</summary>
internal sealed class SelectorRule : WorkloadRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF1006",
        title: "A workload does not select its own pods",
        messageFormat: "'{0}' selects pods with '{1}', and its own have {2}, so the API server refuses the {3}; let the pods have what is selected",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF1006"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        if (Selection.FirstMissing(workload.MatchLabels, workload.PodLabels) is not { } missing)
        {
            return;
        }

        var actual = workload.PodLabels.At(missing.Key) as ScalarNode;
        context.Report(
            this,
            actual?.Origin ?? missing.Value.Origin ?? missing.KeyOrigin,
            new RuleFinding(
                workload.DisplayName,
                Selection.Describe(missing),
                actual is null ? "no such label" : $"'{missing.Key}: {actual.Text}'",
                ObjectView.KindOf(workload.Node)));
    }
}
