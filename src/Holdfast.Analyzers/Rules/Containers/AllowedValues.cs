using System.Collections.Immutable;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>The values that may stand at the end of a path.</summary>
/// <param name="PathEnd">The last fields of the path; <c>*</c> stands for an item of a list.</param>
/// <param name="Values">Those that are taken, in exactly this spelling.</param>
internal sealed record AllowedValues(string PathEnd, params string[] Values)
{
    private const string Always = "Always";

    private const string Cluster = "Cluster";

    private const string Localhost = "Localhost";

    private const string Retain = "Retain";

    private const string Delete = "Delete";

    private static readonly string[] NodeOperators = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"];

    /// <summary>All of them; the first that fits counts.</summary>
    public static ImmutableArray<AllowedValues> All { get; } =
    [
        new("podManagementPolicy", "OrderedReady", "Parallel"),
        new("updateStrategy.type", "RollingUpdate", "OnDelete"),
        new("strategy.type", "RollingUpdate", "Recreate"),
        new("persistentVolumeClaimRetentionPolicy.whenDeleted", Retain, Delete),
        new("persistentVolumeClaimRetentionPolicy.whenScaled", Retain, Delete),
        new("template.spec.restartPolicy", Always),
        new("imagePullPolicy", Always, "IfNotPresent", "Never"),
        new("terminationMessagePolicy", "File", "FallbackToLogsOnError"),
        new("ports.*.protocol", "TCP", "UDP", "SCTP"),
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
        new("mountPropagation", "None", "HostToContainer", "Bidirectional"),
        new("hostPath.type", "", "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice"),
        new("resizePolicy.*.restartPolicy", "NotRequired", "RestartContainer"),
        new("resourceFieldRef.divisor", "0", "1", "1m", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"),
        new("spec.type", "ClusterIP", "NodePort", "LoadBalancer", "ExternalName"),
        new("sessionAffinity", "None", "ClientIP"),
        new("externalTrafficPolicy", Cluster, "Local"),
        new("internalTrafficPolicy", Cluster, "Local"),
        new("ipFamilyPolicy", "SingleStack", "PreferDualStack", "RequireDualStack"),
        new("ipFamilies.*", "IPv4", "IPv6"),
        new("trafficDistribution", "PreferSameZone", "PreferSameNode", "PreferClose"),
        new("unhealthyPodEvictionPolicy", "AlwaysAllow", "IfHealthyBudget"),
        new("policyTypes.*", "Ingress", "Egress"),
    ];
}
