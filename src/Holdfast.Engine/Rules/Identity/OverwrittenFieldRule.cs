using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor OverwrittenFieldRule = new(
        id: "HF1011",
        title: "The controller overwrites a value of the pod template",
        messageFormat: "The StatefulSet controller sets the {0} {1} of each pod of '{2}', so this value has no effect; remove it",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A pod's host name is its own name, its subdomain the governing Service, and three labels identify it.",
        helpLinkUri: HelpLink.For("HF1011"));
}

/// <summary>HF1011: a template says what the controller says about each pod.</summary>
internal sealed class OverwrittenFieldRule() : StatefulSetRule(RuleDescriptors.OverwrittenFieldRule)
{
    private static readonly string[] Fields = ["hostname", "subdomain"];

    private static readonly string[] Labels = [KubernetesLabels.PodName, KubernetesLabels.PodIndex, KubernetesLabels.RevisionHash];

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        foreach (string field in Fields)
        {
            if (set.PodSpec.At(field) is ScalarNode { Kind: not ScalarKind.Null } value)
            {
                // The name that the pod has anyway misleads no reader.
                context.Report(this, value.Location, new RuleFinding("field", new FieldText("PodSpec", field), set.DisplayName) { Severity = DiagnosticSeverity.Info });
            }
        }

        foreach (MappingEntry label in (set.PodLabels as MappingNode)?.Entries ?? default)
        {
            if (Labels.Contains(label.Key))
            {
                context.Report(this, label.KeyLocation ?? label.Value.Location, new RuleFinding("label", $"'{label.Key}'", set.DisplayName));
            }
        }
    }
}
