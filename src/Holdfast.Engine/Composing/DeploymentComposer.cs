using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>The Deployment of an application.</summary>
internal static class DeploymentComposer
{
    public static MappingNode Compose(AppDeclaration app, DeploymentDeclaration deployment) => new MappingBuilder()
        .Add("apiVersion", DeploymentView.ApiVersion)
        .Add("kind", DeploymentView.Kind)
        .Add("metadata", ObjectMetadata.Of(app, app.Name, ManifestTarget.Workload))
        .Add("spec", new MappingBuilder()
            .Add("replicas", ReplicaCount.Of(app))
            .Add("minReadySeconds", app.MinReadySeconds)
            .Add("revisionHistoryLimit", app.RevisionHistoryLimit)
            .Add("progressDeadlineSeconds", deployment.ProgressDeadlineSeconds)
            .Add("paused", Nodes.Flag(deployment.Paused))
            .Add("strategy", Strategy(deployment))
            .Add("selector", new MappingBuilder().Add("matchLabels", ObjectMetadata.Selector(app)).Build())
            .Add("template", PodTemplateComposer.Compose(app))
            .Build(app.Name.Location))
        .Build(app.Name.Location);

    /// <summary>Without a type the server takes a rolling update for granted.</summary>
    private static MappingNode? Strategy(DeploymentDeclaration deployment) => new MappingBuilder()
        .Add("type", deployment.Strategy)
        .Add("rollingUpdate", new MappingBuilder()
            .Add("maxSurge", Nodes.IntOrPercent(deployment.MaxSurge, deployment.MaxSurgePercent))
            .Add("maxUnavailable", Nodes.IntOrPercent(deployment.MaxUnavailable, deployment.MaxUnavailablePercent))
            .BuildOrNull())
        .BuildOrNull();
}
