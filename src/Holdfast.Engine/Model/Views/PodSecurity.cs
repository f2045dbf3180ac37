using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>Whether pods meet the restricted profile of Kubernetes' pod security standards (as of 1.37). What is not known does not.</summary>
internal static class PodSecurity
{
    private static readonly string[] Volumes =
        ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    /// <summary>Whether a server that enforces the profile takes the pods.</summary>
    public static bool MeetsRestricted(PodOwnerView owner)
    {
        if (owner.PodSpec is not MappingNode { IsOpen: false } pod || owner.Containers.Length == 0)
        {
            return false;
        }

        ManifestNode? common = pod["securityContext"];
        return new[] { "hostNetwork", "hostPID", "hostIPC" }.All(field => pod[field] is null || pod[field].IsFalse())
            && !HasMore(common)
            && common.At("sysctls") is null
            && owner.Volumes.All(static volume => volume.Entries.All(static entry => entry.Key == "name" || Volumes.Contains(entry.Key)))
            && owner.Containers.All(container => MeetsRestricted(container, common));
    }

    private static bool MeetsRestricted(MappingNode container, ManifestNode? common)
    {
        ManifestNode? own = container["securityContext"];
        return !container.IsOpen
            && !HasMore(own)
            && (own.At("privileged") is null || own.At("privileged").IsFalse())
            && own.At("allowPrivilegeEscalation").IsFalse()
            && own.At("procMount") is null
            && (own.At("runAsNonRoot") ?? common.At("runAsNonRoot")).IsTrue()
            && ((own.At("runAsUser") ?? common.At("runAsUser")) is null or ScalarNode { Text: not "0" })
            && ((own.At("seccompProfile") ?? common.At("seccompProfile")).At("type") is ScalarNode { Text: "RuntimeDefault" or "Localhost" })
            && own.At("capabilities", "drop") is SequenceNode drop && drop.Items.Any(static name => name.Is("ALL"))
            && (own.At("capabilities", "add") is null || (own.At("capabilities", "add") is SequenceNode add && add.Items.All(static name => name.Is("NET_BIND_SERVICE"))))
            && container["ports"].Mappings().All(static port => port["hostPort"] is null or ScalarNode { Text: "0" })
            && !NamesHost(container);
    }

    /// <summary>Fields whose values the profile narrows; none of them is usual, and each counts as too much here.</summary>
    private static bool HasMore(ManifestNode? context) =>
        context is UnknownNode || context.At("seLinuxOptions") is not null || context.At("appArmorProfile") is not null || context.At("windowsOptions") is not null;

    /// <summary>Since 1.34 the profile forbids probes and hooks of another host.</summary>
    private static bool NamesHost(MappingNode container) =>
        new[] { container["startupProbe"], container["readinessProbe"], container["livenessProbe"], container.At("lifecycle", "preStop"), container.At("lifecycle", "postStart") }
            .Any(static handler => handler.At("httpGet", "host") is not null || handler.At("tcpSocket", "host") is not null);
}
