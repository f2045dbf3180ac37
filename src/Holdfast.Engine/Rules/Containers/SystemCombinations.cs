using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Wording;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>What a pod cannot have on the operating system that it names.</summary>
internal static class SystemCombinations
{
    private const string Context = "securityContext";

    /// <summary>What the kernel of Linux has, and Windows does not.</summary>
    private static readonly string[] LinuxOfBoth = ["appArmorProfile", "seccompProfile", "seLinuxOptions", "runAsUser", "runAsGroup"];

    private static readonly string[] LinuxOfPods =
    [
        .. LinuxOfBoth, "fsGroup", "fsGroupChangePolicy", "seLinuxChangePolicy", "supplementalGroups", "supplementalGroupsPolicy", "sysctls",
    ];

    private static readonly string[] LinuxOfContainers = [.. LinuxOfBoth, "allowPrivilegeEscalation", "capabilities", "privileged", "procMount", "readOnlyRootFilesystem"];

    private static readonly string[] WindowsOnly = ["windowsOptions"];

    public static IEnumerable<Combination> Find(PodOwnerView workload)
    {
        ManifestNode? pod = workload.PodSpec;
        ManifestNode? system = pod.At("os", "name");
        bool isWindows = system.Is("windows");
        if (!isWindows && !system.Is("linux"))
        {
            return [];
        }

        return Given(pod.At(Context), isWindows ? LinuxOfPods : WindowsOnly)
            .Concat(workload.Containers.SelectMany(container => Given(container[Context], isWindows ? LinuxOfContainers : WindowsOnly)))
            .Concat(isWindows ? Given(pod, ["hostUsers", "shareProcessNamespace"]) : [])
            .Concat(isWindows ? Given(pod, ["hostPID", "hostIPC"]).Where(static field => field.Value.IsTrue()) : [])
            .Select(field => Combination.Of(field.Value, $"{(isWindows ? "Windows" : "Linux")} pods have '{field.Key}', which is only for {(isWindows ? "Linux" : "Windows")}", Phrase.Of($"remove it, or change `PodSpec.os.name`")));
    }

    private static IEnumerable<MappingEntry> Given(ManifestNode? node, string[] fields) => node is MappingNode mapping
        ? mapping.Entries.Where(entry => fields.Contains(entry.Key) && entry.Value is not (UnknownNode or ScalarNode { Kind: ScalarKind.Null }))
        : [];
}
