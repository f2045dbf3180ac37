using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing;

/// <summary>How a container uses the volumes of its pod.</summary>
internal static class MountComposer
{
    /// <summary>As directories and files: its own volumes, files, and volumes of other containers.</summary>
    public static List<ManifestNode> Mounts(AppDeclaration app, ContainerDeclaration container)
    {
        var mounts = new List<ManifestNode>();
        foreach (VolumeClaimDeclaration claim in container.VolumeClaims)
        {
            Add(claim.Name, claim.MountPath, claim.SubPath, claim.ReadOnly, claim);
        }

        foreach (ExistingClaimDeclaration claim in container.ExistingClaims)
        {
            Add(claim.Name, claim.MountPath, claim.SubPath, claim.ReadOnly, claim);
        }

        foreach (VolumeDeclaration volume in container.Volumes)
        {
            Add(volume.Name, volume.MountPath, volume.SubPath, volume.ReadOnly, volume);
        }

        mounts.AddRange(ConfigFiles.Mounts(app, container));
        foreach (MountDeclaration mount in container.Mounts)
        {
            mounts.Add(Mount(VolumeName(app, mount), mount.Path, mount.SubPath, mount.ReadOnly, mount.Fields, mount.Volume.Location));
        }

        if (TemporaryFiles.Mount(app, container) is { } temporary)
        {
            mounts.Add(temporary);
        }

        return mounts;

        // What has no path is a block device, or is mounted by other containers only.
        void Add(Declared<string> name, Declared<string> path, Declared<string> subPath, Declared<bool> readOnly, MemberDeclaration member)
        {
            if (path.State != DeclaredState.Absent)
            {
                mounts.Add(Mount(Nodes.Of(name), path, subPath, readOnly, member.Fields, member.Member.Location));
            }
        }
    }

    /// <summary>As raw block devices.</summary>
    public static List<ManifestNode> Devices(ContainerDeclaration container)
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

    private static MappingNode Mount(
        ManifestNode? name,
        Declared<string> path,
        Declared<string> subPath,
        Declared<bool> readOnly,
        EquatableArray<FieldValue> fields,
        Location? location) =>
        FieldValues.Put(
            new MappingBuilder()
                .Add("name", name)
                .Add("mountPath", path)
                .Add("subPath", subPath)
                .Add("readOnly", Nodes.Flag(readOnly))
                .Build(location),
            FieldPlace.Mount,
            fields);

    private static ManifestNode? VolumeName(AppDeclaration app, MountDeclaration mount) =>
        mount.Volume.TryGet(out string? member) && Volumes.Find(app, member) is { } name
            ? Nodes.Of(name)
            : new UnknownNode(mount.Volume.Location);
}
