using System.Collections.Immutable;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>The values that may stand at the end of a path.</summary>
/// <param name="PathEnd">The last fields of the path; <c>*</c> stands for an item of a list.</param>
/// <param name="Values">Those that are taken, in exactly this spelling.</param>
internal sealed record AllowedValues(string PathEnd, params string[] Values)
{
    private const string Always = "Always";

    private const string Localhost = "Localhost";

    private static readonly string[] NodeOperators = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"];

    private static readonly string[] Protocols = ["TCP", "UDP", "SCTP"];

    /// <summary>All of them, but for those that belong to a StatefulSet, a claim or a Service, which HF2020 knows. The first that fits counts.</summary>
    public static ImmutableArray<AllowedValues> All { get; } =
    [
        new("imagePullPolicy", Always, "IfNotPresent", "Never"),
        new("terminationMessagePolicy", "File", "FallbackToLogsOnError"),
        new("containers.*.ports.*.protocol", Protocols),
        new("initContainers.*.ports.*.protocol", Protocols),
        new("httpGet.scheme", "HTTP", "HTTPS"),
        new("fsGroupChangePolicy", Always, "OnRootMismatch"),
        new("seccompProfile.type", Localhost, "RuntimeDefault", "Unconfined"),
        new("appArmorProfile.type", Localhost, "RuntimeDefault", "Unconfined"),
        new("procMount", "Default", "Unmasked"),
        new("os.name", "linux", "windows"),
        new("whenUnsatisfiable", "DoNotSchedule", "ScheduleAnyway"),
        new("nodeAffinityPolicy", "Honor", "Ignore"),
        new("nodeTaintsPolicy", "Honor", "Ignore"),
        new("tolerations.*.operator", "Equal", "Exists"),
        new("tolerations.*.effect", "NoSchedule", "PreferNoSchedule", "NoExecute"),
        new("nodeSelectorTerms.*.matchExpressions.*.operator", NodeOperators),
        new("preference.matchExpressions.*.operator", NodeOperators),
        new("matchExpressions.*.operator", "In", "NotIn", "Exists", "DoesNotExist"),
        new("dnsPolicy", "ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"),
        new("preemptionPolicy", "PreemptLowerPriority", "Never"),
        new("recursiveReadOnly", "Disabled", "IfPossible", "Enabled"),
        new("containers.*.restartPolicy", Always, "Never", "OnFailure"),
        new("initContainers.*.restartPolicy", Always, "Never", "OnFailure"),
        new("ingress.*.ports.*.protocol", Protocols),
        new("egress.*.ports.*.protocol", Protocols),
        new("mountPropagation", "None", "HostToContainer", "Bidirectional"),
        new("hostPath.type", "", "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice"),
        new("resizePolicy.*.restartPolicy", "NotRequired", "RestartContainer"),
        new("resourceFieldRef.divisor", "0", "1", "1m", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"),
        new("fieldRef.apiVersion", "", "v1"),
        new("resizePolicy.*.resourceName", "cpu", "memory"),
        new("supplementalGroupsPolicy", "Merge", "Strict"),
        new("seLinuxChangePolicy", "Recursive", "MountOption"),
        new("trafficDistribution", "PreferSameZone", "PreferSameNode", "PreferClose"),
        new("unhealthyPodEvictionPolicy", "AlwaysAllow", "IfHealthyBudget"),
        new("metrics.*.type", "Resource", "ContainerResource", "Pods", "Object", "External"),
        new("target.type", "Utilization", "AverageValue", "Value"),
        new("policies.*.type", "Pods", "Percent"),
        new("selectPolicy", "Max", "Min", "Disabled"),
        new("policyTypes.*", "Ingress", "Egress"),
    ];
}
