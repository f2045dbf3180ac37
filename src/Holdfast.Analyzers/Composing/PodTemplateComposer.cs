using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Composing;

/// <summary>The template of an application's pods, the same for every kind of workload.</summary>
internal static class PodTemplateComposer
{
    public static MappingNode Compose(AppDeclaration app) => new MappingBuilder()
        .Add("metadata", ObjectMetadata.OfPods(app))
        .Add("spec", new MappingBuilder()
            .Add("terminationGracePeriodSeconds", app.TerminationGracePeriodSeconds)
            .Add("securityContext", SecurityContextComposer.Pod(app))
            .AddAll(PodComposer.Compose(app))
            .Add("initContainers", Containers(app, static kind => kind != ContainerKind.Container))
            .Add("containers", new SequenceNode(Containers(app, static kind => kind == ContainerKind.Container)))
            .Add("volumes", [.. app.ExistingClaims.Select(ExistingClaim), .. app.Volumes.Select(volume => VolumeComposer.Volume(app, volume)), .. ConfigFiles.Volume(app)])
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
}
