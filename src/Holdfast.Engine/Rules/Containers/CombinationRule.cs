using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor CombinationRule = new(
        id: "HF6007",
        title: "Fields do not go together",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6007"));
}

/// <summary>HF6007: a field that the API server refuses beside another, or an object without it.</summary>
internal sealed class CombinationRule() : ConstraintRule(RuleDescriptors.CombinationRule)
{
    protected override void CheckFurther(ManifestSet manifests, RuleContext context)
    {
        foreach (PodOwnerView workload in new ListedViews<PodOwnerView>(manifests.PodOwners))
        {
            Report(context, workload, ContainerCombinations.Find(workload));
            Report(context, workload, ResourceCombinations.Find(workload));
            Report(context, workload, PodCombinations.Find(workload));
            Report(context, workload, SystemCombinations.Find(workload));
            Report(context, workload, VolumeCombinations.Find(workload));
        }

        foreach (NetworkPolicyView policy in new ListedViews<NetworkPolicyView>(manifests.NetworkPolicies))
        {
            Report(context, policy, ObjectCombinations.Find(policy));
        }

        foreach (ConfigMapView map in new ListedViews<ConfigMapView>(manifests.ConfigMaps))
        {
            Report(context, map, ObjectCombinations.Find(map));
        }

        foreach (ClaimSpec claim in ClaimSpec.In(manifests))
        {
            Report(context, claim.Owner, ClaimCombinations.Find(claim));
        }

        foreach (SecretView secret in new ListedViews<SecretView>(manifests.Secrets))
        {
            Report(context, secret, SecretCombinations.Find(secret));
        }

        foreach (AutoscalerView autoscaler in new ListedViews<AutoscalerView>(manifests.Autoscalers))
        {
            Report(context, autoscaler, ObjectCombinations.Find(autoscaler));
        }

        foreach (MappingNode node in manifests.Declared)
        {
            Report(context, node, ObjectCombinations.Find(node));
        }

        foreach (ServiceView service in new ListedViews<ServiceView>(manifests.DeclaredServices))
        {
            Report(context, service, ObjectCombinations.Find(service));
        }
    }

    private void Report(RuleContext context, ObjectView view, IEnumerable<Combination> found) => Report(context, view.Node, found);

    private void Report(RuleContext context, MappingNode node, IEnumerable<Combination> found)
    {
        foreach (Combination combination in found)
        {
            context.Report(this, combination.Location, new RuleFinding(combination.Problem, $"the API server refuses the {ObjectView.KindOf(node)}", combination.Advice));
        }
    }
}
