using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>The template of an application's pods, the same for every kind of workload.</summary>
internal static class PodTemplateComposer
{
    public static MappingNode Compose(AppDeclaration app) => new MappingBuilder()
        .Add("metadata", ObjectMetadata.OfPods(app))
        .Add("spec", WithFields(app, new MappingBuilder()
            .Add("restartPolicy", JobComposer.RestartPolicyOf(app))
            .Add("terminationGracePeriodSeconds", app.TerminationGracePeriodSeconds)
            .Add("securityContext", SecurityContextComposer.Pod(app))
            .AddAll(PodComposer.Compose(app))
            .Add("initContainers", Containers(app, areInit: true))
            .Add("containers", new SequenceNode(Containers(app, areInit: false)))
            .Add("volumes", Volumes(app))
            .Build()))
        .Build();

    /// <summary>What arguments say as they are.</summary>
    private static MappingNode WithFields(AppDeclaration app, MappingNode spec)
    {
        spec = FieldValues.Put(spec, FieldPlace.Pod, app.Container.Fields);
        spec = FieldValues.Put(spec, FieldPlace.OwnPod, app.Container.Fields);
        foreach (ContainerDeclaration container in app.Containers)
        {
            spec = FieldValues.Put(spec, FieldPlace.Pod, container.Items);
        }

        return spec;
    }

    private static List<ManifestNode> Containers(AppDeclaration app, bool areInit)
    {
        var nodes = new List<ManifestNode>();
        if (areInit)
        {
            nodes.AddRange(AfterComposer.Containers(app));
        }

        foreach (ContainerDeclaration container in app.Containers)
        {
            if (container.IsDeclared && (container.Kind != ContainerKind.Container) == areInit)
            {
                nodes.Add(ContainerComposer.Compose(app, container));
            }
        }

        return nodes;
    }

    private static List<ManifestNode> Volumes(AppDeclaration app)
    {
        var nodes = new List<ManifestNode>();
        foreach (ExistingClaimDeclaration claim in app.ExistingClaims)
        {
            nodes.Add(ExistingClaim(claim));
        }

        foreach (VolumeDeclaration volume in app.Volumes)
        {
            nodes.Add(VolumeComposer.Volume(app, volume));
        }

        if (ConfigFiles.Volume(app) is { } files)
        {
            nodes.Add(files);
        }

        if (TemporaryFiles.Volume(app) is { } temporary)
        {
            nodes.Add(temporary);
        }

        return nodes;
    }

    private static ManifestNode ExistingClaim(ExistingClaimDeclaration claim) => new MappingBuilder()
        .Add("name", claim.Name)
        .Add("persistentVolumeClaim", new MappingBuilder()
            .Add("claimName", claim.ClaimName)
            .Add("readOnly", Nodes.Flag(claim.ReadOnly))
            .Build(claim.ClaimName.Location))
        .Build(claim.Member.Location);
}
