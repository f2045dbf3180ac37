using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor AutoscalerRule = new(
        id: "HF5011",
        title: "An autoscaler changes a replica count that is set elsewhere",
        messageFormat: "{0}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5011"));
}

/// <summary>HF5011: an autoscaler that changes a number which is set elsewhere, or which a majority depends on.</summary>
internal sealed class AutoscalerRule() : Rule(RuleDescriptors.AutoscalerRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (AutoscalerView autoscaler in new ListedViews<AutoscalerView>(manifests.Autoscalers))
        {
            Check(autoscaler, manifests, context);
        }
    }

    private void Check(AutoscalerView autoscaler, ManifestSet manifests, RuleContext context)
    {
        foreach (WorkloadView workload in Scaled(autoscaler, manifests))
        {
            if (workload.Node.At("spec", "replicas") is ScalarNode { Kind: not ScalarKind.Null } replicas)
            {
                context.Report(this, replicas.Location, new RuleFinding(
                    Phrase.Of($"Each 'kubectl apply' sets '{workload.DisplayName}' back to {replicas.Text} replicas, and the autoscaler '{autoscaler.DisplayName}' changes the number again; remove {new FieldText(workload.KindName + "Spec", "replicas")}, or remove the autoscaler")));
            }

            if (manifests.NeedsMajority(workload))
            {
                context.Report(this, (autoscaler.MaxReplicas ?? autoscaler.Name)?.Location, new RuleFinding(
                    $"'{workload.DisplayName}' needs a majority, but the autoscaler '{autoscaler.DisplayName}' deletes replicas before they leave their cluster, and stops at even numbers; scale it by hand"));
            }
        }
    }

    private static IEnumerable<WorkloadView> Scaled(AutoscalerView autoscaler, ManifestSet manifests) =>
        autoscaler.Node.At("spec", "scaleTargetRef", "name").TryGetString(out string? name) ? manifests.WorkloadsNamed(name).Where(autoscaler.Scales) : [];
}
