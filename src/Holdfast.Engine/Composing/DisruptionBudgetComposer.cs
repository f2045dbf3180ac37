using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>The PodDisruptionBudget of an application.</summary>
internal static class DisruptionBudgetComposer
{
    public static MappingNode Compose(AppDeclaration app, DisruptionBudgetDeclaration budget) => new MappingBuilder()
        .Add("apiVersion", DisruptionBudgetView.ApiVersion)
        .Add("kind", DisruptionBudgetView.Kind)
        .Add("metadata", ObjectMetadata.Of(app, budget.Name.State == DeclaredState.Absent ? app.Name : budget.Name, ManifestTarget.DisruptionBudget))
        .Add("spec", new MappingBuilder()
            .Add("minAvailable", Nodes.IntOrPercent(budget.MinAvailable, budget.MinAvailablePercent))
            .Add("maxUnavailable", Nodes.IntOrPercent(budget.MaxUnavailable, budget.MaxUnavailablePercent))
            .Add("unhealthyPodEvictionPolicy", budget.UnhealthyPodEvictionPolicy)
            .Add("selector", new MappingBuilder().Add("matchLabels", ObjectMetadata.Selector(app)).Build())
            .Build(budget.UnhealthyPodEvictionPolicy.Location))
        .Build(app.Name.Location);
}
