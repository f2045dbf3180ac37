using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

/// <summary>A volume of a pod template that is one claim for all pods, and that they write to.</summary>
/// <param name="Volume">The volume.</param>
/// <param name="ClaimName">The claim's name.</param>
/// <param name="Claim">The claim, where it is known.</param>
internal sealed record ClaimVolume(MappingNode Volume, string ClaimName, ClaimView? Claim)
{
    public Location? Location => Volume["persistentVolumeClaim"]!.Location;

    /// <summary>Whether the claim is known to be made for pods of several nodes that all write.</summary>
    public bool IsMadeForSharing => Claim?.HasAccessMode("ReadWriteMany") == true;

    /// <summary>Those of a workload; what is only read, or never looked at, is none.</summary>
    public static List<ClaimVolume> WrittenBy(PodOwnerView workload, ManifestSet manifests)
    {
        var found = new List<ClaimVolume>();
        foreach (MappingNode volume in workload.Volumes)
        {
            if (volume.At("persistentVolumeClaim", "claimName").TryGetString(out string? name) && !IsShadowed(workload, volume))
            {
                ClaimView? claim = manifests.ClaimOf(workload, name);
                if (!IsForReading(workload, volume) && claim?.HasAccessMode("ReadOnlyMany") != true)
                {
                    found.Add(new ClaimVolume(volume, name, claim));
                }
            }
        }

        return found;
    }

    /// <summary>Whether each pod mounts a directory that is named after something unique to it, such as its name.</summary>
    public bool HasDirectoryForEachPod(PodOwnerView workload)
    {
        MappingNode[] mounts = [.. MountsOf(workload, Volume)];
        return mounts.Length > 0 && mounts.All(static mount => mount["subPathExpr"].TryGetString(out string? path) && path.Contains("$("));
    }

    /// <summary>A claim template takes the place of a volume of its name, which then is never looked at.</summary>
    private static bool IsShadowed(PodOwnerView workload, MappingNode volume) =>
        workload.Node.At("spec", "volumeClaimTemplates") is UnknownNode
        || (volume["name"].TryGetString(out string? name)
            && workload.ClaimTemplates.Any(template => template.At("metadata", "name") is UnknownNode || template.At("metadata", "name").Is(name)));

    private static bool IsForReading(PodOwnerView workload, MappingNode volume)
    {
        if (volume.At("persistentVolumeClaim", "readOnly").IsTrue())
        {
            return true;
        }

        MappingNode[] mounts = [.. MountsOf(workload, volume)];
        return mounts.Length > 0 && mounts.All(static mount => mount["readOnly"].IsTrue());
    }

    private static IEnumerable<MappingNode> MountsOf(PodOwnerView workload, MappingNode volume) =>
        volume["name"].TryGetString(out string? name)
            ? workload.Containers
                .SelectMany(static container => container["volumeMounts"].Mappings())
                .Where(mount => mount["name"].TryGetString(out string? mounted) && mounted == name)
            : [];
}
