using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>What does not go together in mounts and the volumes that they name.</summary>
internal static class VolumeCombinations
{
    public static IEnumerable<Combination> Find(PodOwnerView workload)
    {
        IEnumerable<Combination> found = Combination.None;
        foreach (MappingNode container in workload.Containers)
        {
            found = found.Concat(Mounts(workload, container));
        }

        return found;
    }

    private static IEnumerable<Combination> Mounts(PodOwnerView workload, MappingNode container)
    {
        List<Combination>? found = null;
        foreach (MappingNode mount in container["volumeMounts"].Mappings())
        {
            string path = mount["mountPath"].TryGetString(out string? text) ? text : "?";
            if (mount["mountPropagation"].Is("Bidirectional") && container["securityContext"] is not UnknownNode && container.At("securityContext", "privileged") is null or ScalarNode { Text: "false" })
            {
                (found ??= []).Add(Combination.Of(mount["mountPropagation"], $"The mount at '{path}' is propagated to the host by a container that is not privileged", Phrase.Of($"set `VolumeMount.mountPropagation: HostToContainer` or `SecurityContext.privileged: true`")));
            }
        }

        foreach (MappingNode device in container["volumeDevices"].Mappings())
        {
            // Of claims whose mode is known HF3016 says which of the two is wrong.
            if (device["name"].TryGetString(out string? both)
                && workload.Volumes.Any(volume => volume["name"].Is(both) && volume["persistentVolumeClaim"] is MappingNode)
                && container["volumeMounts"].Mappings().Any(mount => mount["name"].Is(both)))
            {
                (found ??= []).Add(Combination.Of(device["name"], $"A container mounts '{both}' and uses it as a raw device", "leave one of the two out"));
            }

            // A claim template of the name takes the place of a volume.
            if (device["name"].TryGetString(out string? name)
                && !workload.ClaimTemplates.Any(template => template.At("metadata", "name") is not ScalarNode known || known.Text == name)
                && workload.Volumes.FirstOrDefault(volume => volume["name"].Is(name)) is { } used
                && used["persistentVolumeClaim"] is null
                && used["ephemeral"] is null
                && used.Entries.All(static entry => entry.Value is not UnknownNode))
            {
                (found ??= []).Add(Combination.Of(device, $"'{name}' is used as a raw device but is not a PersistentVolumeClaim", "mount it, or use a claim"));
            }
        }

        return found ?? Combination.None;
    }
}
