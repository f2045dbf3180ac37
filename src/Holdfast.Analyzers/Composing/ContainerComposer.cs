using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Composing;

/// <summary>A container with all that is declared with it.</summary>
internal static class ContainerComposer
{
    public static MappingNode Compose(AppDeclaration app, ContainerDeclaration container) => new MappingBuilder()
        .Add("name", container.Name)
        .Add("image", container.Image)
        .Add("imagePullPolicy", container.ImagePullPolicy)
        .Add("restartPolicy", container.Kind == ContainerKind.Sidecar ? ScalarNode.String("Always") : null)
        .Add("workingDir", container.WorkingDir)
        .Add("command", container.Command)
        .Add("args", container.Args)
        .Add("ports", container.Ports, Port)
        .Add("envFrom", container.EnvFrom, EnvComposer.Source)
        .Add("env", EnvComposer.Variables(app, container))
        .Add("resources", Resources(container))
        .Add("volumeMounts", Mounts(app, container))
        .Add("volumeDevices", Devices(container))
        .Add("startupProbe", ProbeComposer.Compose(app, container.StartupProbe))
        .Add("readinessProbe", ProbeComposer.Compose(app, container.ReadinessProbe))
        .Add("livenessProbe", ProbeComposer.Compose(app, container.LivenessProbe))
        .Add("lifecycle", HookComposer.Lifecycle(app, container))
        .Add("securityContext", SecurityContextComposer.Container(container))
        .Build(container.Image.Origin);

    private static ManifestNode Port(PortDeclaration port) => new MappingBuilder()
        .Add("name", port.Name)
        .Add("containerPort", port.Number)
        .Add("hostPort", port.HostPort)
        .Add("protocol", port.Protocol)
        .Build(port.Member.Origin);

    private static MappingNode? Resources(ContainerDeclaration container)
    {
        ResourcesDeclaration? resources = container.Resources;
        return new MappingBuilder()
            .Add("requests", Amounts(container, resources?.CpuRequest, resources?.MemoryRequest, resources?.EphemeralStorageRequest))
            .Add("limits", Amounts(container, resources?.CpuLimit, resources?.MemoryLimit, resources?.EphemeralStorageLimit))
            .BuildOrNull();
    }

    private static MappingNode? Amounts(ContainerDeclaration container, Declared<string>? cpu, Declared<string>? memory, Declared<string>? storage)
    {
        MappingBuilder amounts = new MappingBuilder()
            .Add("cpu", cpu ?? default)
            .Add("memory", memory ?? default)
            .Add("ephemeral-storage", storage ?? default);
        foreach (ExtendedResourceDeclaration resource in container.ExtendedResources)
        {
            if (resource.Name.TryGet(out string? name))
            {
                amounts = amounts.Add(name, Nodes.Of(resource.Amount), resource.Name.Origin);
            }
        }

        return amounts.BuildOrNull();
    }

    private static List<ManifestNode> Devices(ContainerDeclaration container)
    {
        var devices = new List<ManifestNode>();
        foreach (VolumeClaimDeclaration claim in container.VolumeClaims)
        {
            Add(claim);
        }

        foreach (VolumeDeclaration volume in container.Volumes)
        {
            Add(volume.Claim);
        }

        return devices;

        void Add(VolumeClaimDeclaration? claim)
        {
            if (claim is not null && ClaimComposer.Device(claim) is { } device)
            {
                devices.Add(device);
            }
        }
    }

    private static List<ManifestNode> Mounts(AppDeclaration app, ContainerDeclaration container)
    {
        var mounts = new List<ManifestNode>();
        foreach (VolumeClaimDeclaration claim in container.VolumeClaims)
        {
            if (claim.MountPath.State != DeclaredState.Absent)
            {
                mounts.Add(new MappingBuilder()
                    .Add("name", claim.Name)
                    .Add("mountPath", claim.MountPath)
                    .Add("subPath", claim.SubPath)
                    .Add("readOnly", Nodes.Flag(claim.ReadOnly))
                    .Build(claim.Member.Origin));
            }
        }

        foreach (ExistingClaimDeclaration claim in container.ExistingClaims)
        {
            if (claim.MountPath.State != DeclaredState.Absent)
            {
                mounts.Add(new MappingBuilder()
                    .Add("name", claim.Name)
                    .Add("mountPath", claim.MountPath)
                    .Add("subPath", claim.SubPath)
                    .Add("readOnly", Nodes.Flag(claim.ReadOnly))
                    .Build(claim.Member.Origin));
            }
        }

        foreach (VolumeDeclaration volume in container.Volumes)
        {
            if (volume.MountPath.State != DeclaredState.Absent)
            {
                mounts.Add(VolumeComposer.Mount(volume));
            }
        }

        mounts.AddRange(ConfigFiles.Mounts(app, container));
        foreach (MountDeclaration mount in container.Mounts)
        {
            mounts.Add(new MappingBuilder()
                .Add("name", VolumeName(app, mount))
                .Add("mountPath", mount.Path)
                .Add("subPath", mount.SubPath)
                .Add("readOnly", Nodes.Flag(mount.ReadOnly))
                .Build(mount.Volume.Origin));
        }

        return mounts;
    }

    private static ManifestNode? VolumeName(AppDeclaration app, MountDeclaration mount) =>
        mount.Volume.TryGet(out string? member) && Volumes.Find(app, member) is { } name
            ? Nodes.Of(name)
            : new UnknownNode(mount.Volume.Origin);
}
