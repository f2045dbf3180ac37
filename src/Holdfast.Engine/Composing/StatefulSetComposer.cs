using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>The StatefulSet of an application.</summary>
internal static class StatefulSetComposer
{
    public static MappingNode Compose(AppDeclaration app) => new MappingBuilder()
        .Add("apiVersion", StatefulSetView.ApiVersion)
        .Add("kind", StatefulSetView.Kind)
        .Add("metadata", ObjectMetadata.Of(app, app.Name, ManifestTarget.Workload))
        .Add("spec", Spec(app))
        .Build(app.Name.Location);

    private static MappingNode Spec(AppDeclaration app) => new MappingBuilder()
        .Add("serviceName", GoverningService.NameFor(app))
        .Add("replicas", ReplicaCount.Of(app))
        .Add("podManagementPolicy", app.PodManagementPolicy)
        .Add("minReadySeconds", app.MinReadySeconds)
        .Add("revisionHistoryLimit", app.RevisionHistoryLimit)
        .Add("updateStrategy", UpdateStrategy(app))
        .Add("persistentVolumeClaimRetentionPolicy", ClaimRetention(app))
        .Add("ordinals", app.OrdinalStart.State == DeclaredState.Known && app.OrdinalStart.OrDefault(0) == 0
            ? null
            : new MappingBuilder().Add("start", app.OrdinalStart).BuildOrNull())
        .Add("selector", new MappingBuilder().Add("matchLabels", ObjectMetadata.Selector(app)).Build())
        .Add("template", PodTemplateComposer.Compose(app))
        .Add("volumeClaimTemplates", app.VolumeClaims, claim => ClaimTemplate(app, claim))
        .Build(app.Name.Location);

    /// <summary>Without a type the server takes a rolling update for granted.</summary>
    private static MappingNode? UpdateStrategy(AppDeclaration app) => new MappingBuilder()
        .Add("type", app.UpdateStrategy)
        .Add("rollingUpdate", new MappingBuilder()
            .Add("partition", app.UpdatePartition)
            .Add("maxUnavailable", Nodes.IntOrPercent(app.MaxUnavailable, app.MaxUnavailablePercent))
            .BuildOrNull())
        .BuildOrNull();

    private static MappingNode? ClaimRetention(AppDeclaration app) => app.ClaimRetention is null
        ? null
        : new MappingBuilder()
            .Add("whenDeleted", app.ClaimRetention.WhenDeleted)
            .Add("whenScaled", app.ClaimRetention.WhenScaled)
            .BuildOrNull();

    private static ManifestNode ClaimTemplate(AppDeclaration app, VolumeClaimDeclaration claim) => new MappingBuilder()
        .Add("metadata", ObjectMetadata.OfClaims(app, claim.Name))
        .Add("spec", ClaimComposer.Spec(claim))
        .Build(claim.Member.Location);
}
