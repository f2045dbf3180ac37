using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Composing;

/// <summary>The StatefulSet of an application.</summary>
internal static class StatefulSetComposer
{
    public static MappingNode Compose(AppDeclaration app) => new MappingBuilder()
        .Add("apiVersion", StatefulSetView.ApiVersion)
        .Add("kind", StatefulSetView.Kind)
        .Add("metadata", ObjectMetadata.Of(app, app.Name, ManifestTarget.Workload))
        .Add("spec", Spec(app))
        .Build(app.Name.Origin);

    private static MappingNode Spec(AppDeclaration app) => new MappingBuilder()
        .Add("serviceName", GoverningService.NameFor(app))
        .Add("replicas", Replicas(app))
        .Add("podManagementPolicy", app.PodManagementPolicy)
        .Add("minReadySeconds", app.MinReadySeconds)
        .Add("revisionHistoryLimit", app.RevisionHistoryLimit)
        .Add("updateStrategy", UpdateStrategy(app))
        .Add("persistentVolumeClaimRetentionPolicy", ClaimRetention(app))
        .Add("ordinals", app.OrdinalStart.State == DeclaredState.Known && app.OrdinalStart.OrDefault(0) == 0
            ? null
            : new MappingBuilder().Add("start", app.OrdinalStart).BuildOrNull())
        .Add("selector", new MappingBuilder().Add("matchLabels", ObjectMetadata.Selector(app)).Build())
        .Add("template", Template(app))
        .Add("volumeClaimTemplates", [.. app.VolumeClaims.Select(claim => ClaimTemplate(app, claim))])
        .Build(app.Name.Origin);

    /// <summary>Beside an autoscaler, each apply would set the number back.</summary>
    private static ManifestNode? Replicas(AppDeclaration app) =>
        app.Autoscaler is null ? Nodes.Of(app.Replicas.Or(1, app.Name.Origin)) : null;

    /// <summary>Without a type the server takes a rolling update for granted.</summary>
    private static MappingNode? UpdateStrategy(AppDeclaration app) => new MappingBuilder()
        .Add("type", app.UpdateStrategy)
        .Add("rollingUpdate", new MappingBuilder().Add("partition", app.UpdatePartition).BuildOrNull())
        .BuildOrNull();

    private static MappingNode? ClaimRetention(AppDeclaration app) => app.ClaimRetention is null
        ? null
        : new MappingBuilder()
            .Add("whenDeleted", app.ClaimRetention.WhenDeleted)
            .Add("whenScaled", app.ClaimRetention.WhenScaled)
            .BuildOrNull();

    private static MappingNode Template(AppDeclaration app) => new MappingBuilder()
        .Add("metadata", ObjectMetadata.OfPods(app))
        .Add("spec", new MappingBuilder()
            .Add("terminationGracePeriodSeconds", app.TerminationGracePeriodSeconds)
            .Add("securityContext", SecurityContextComposer.Pod(app))
            .AddAll(PodComposer.Compose(app))
            .Add("initContainers", Containers(app, static kind => kind != ContainerKind.Container))
            .Add("containers", new SequenceNode(Containers(app, static kind => kind == ContainerKind.Container)))
            .Add("volumes", [.. app.ExistingClaims.Select(ExistingClaim), .. app.Volumes.Select(VolumeComposer.Volume), .. ConfigFiles.Volume(app)])
            .Build())
        .Build();

    private static ManifestNode[] Containers(AppDeclaration app, Func<ContainerKind, bool> isOfKind) =>
    [
        .. app.Containers
            .Where(container => container.IsDeclared && isOfKind(container.Kind))
            .Select(container => ContainerComposer.Compose(app, container)),
    ];

    private static ManifestNode ExistingClaim(ExistingClaimDeclaration claim) => new MappingBuilder()
        .Add("name", claim.Name)
        .Add("persistentVolumeClaim", new MappingBuilder()
            .Add("claimName", claim.ClaimName)
            .Add("readOnly", Nodes.Flag(claim.ReadOnly))
            .Build(claim.ClaimName.Origin))
        .Build(claim.Member.Origin);

    private static ManifestNode ClaimTemplate(AppDeclaration app, VolumeClaimDeclaration claim) => new MappingBuilder()
        .Add("metadata", ObjectMetadata.OfClaims(app, claim.Name))
        .Add("spec", new MappingBuilder()
            .Add("accessModes", [Nodes.Of(claim.AccessMode.Or("ReadWriteOnce", null))!])
            .Add("storageClassName", claim.StorageClass)
            .Add("volumeMode", claim.DevicePath.State switch
            {
                DeclaredState.Absent => null,
                DeclaredState.Known => ScalarNode.String("Block", claim.DevicePath.Origin),
                _ => new UnknownNode(claim.DevicePath.Origin),
            })
            .Add("volumeAttributesClassName", claim.VolumeAttributesClass)
            .Add("dataSource", claim.DataSource.State == DeclaredState.Absent
                ? null
                : new MappingBuilder()
                    .Add("apiGroup", claim.DataSourceApiGroup)
                    .Add("kind", claim.DataSourceKind.Or(ClaimView.Kind, null))
                    .Add("name", claim.DataSource)
                    .Build(claim.DataSource.Origin))
            .Add("resources", new MappingBuilder()
                .Add("requests", new MappingBuilder().Add("storage", claim.Size).Build())
                .Build())
            .Build())
        .Build(claim.Member.Origin);
}
