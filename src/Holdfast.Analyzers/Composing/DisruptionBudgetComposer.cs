using System.Globalization;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Composing;

/// <summary>The PodDisruptionBudget of an application.</summary>
internal static class DisruptionBudgetComposer
{
    public static MappingNode Compose(AppDeclaration app, DisruptionBudgetDeclaration budget) => new MappingBuilder()
        .Add("apiVersion", "policy/v1")
        .Add("kind", "PodDisruptionBudget")
        .Add("metadata", ObjectMetadata.Of(app, app.Name, ManifestTarget.DisruptionBudget))
        .Add("spec", new MappingBuilder()
            .Add("minAvailable", IntOrPercent(budget.MinAvailable, budget.MinAvailablePercent))
            .Add("maxUnavailable", IntOrPercent(budget.MaxUnavailable, budget.MaxUnavailablePercent))
            .Add("unhealthyPodEvictionPolicy", budget.UnhealthyPodEvictionPolicy.Or("AlwaysAllow", null))
            .Add("selector", new MappingBuilder().Add("matchLabels", ObjectMetadata.Selector(app)).Build())
            .Build())
        .Build(app.Name.Origin);

    private static ManifestNode? IntOrPercent(Declared<int> number, Declared<int> percent) =>
        percent.TryGet(out int share)
            ? ScalarNode.String(share.ToString(CultureInfo.InvariantCulture) + "%", percent.Origin)
            : Nodes.Of(number);
}
