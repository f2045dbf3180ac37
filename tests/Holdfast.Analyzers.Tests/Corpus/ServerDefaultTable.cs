namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>
/// What the 1.36 API server fills in (docs/kubernetes/defaults.md), for the kinds that are compared; in the order of filling, so that
/// what holds a value comes before it.
/// </summary>
internal static class ServerDefaultTable
{
    private const string Pod = "spec.template.spec.";

    private static readonly string[] Containers = [Pod + "containers[].", Pod + "initContainers[]."];

    private static readonly string[] Probes = ["startupProbe.", "readinessProbe.", "livenessProbe."];

    public static IReadOnlyList<ServerDefault> All { get; } =
    [
        .. Of(CorpusObject.StatefulSet, string.Empty,
            ("spec.replicas", "1"),
            ("spec.podManagementPolicy", "\"OrderedReady\""),
            ("spec.revisionHistoryLimit", "10"),
            ("spec.persistentVolumeClaimRetentionPolicy", "{}"),
            ("spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "\"Retain\""),
            ("spec.persistentVolumeClaimRetentionPolicy.whenScaled", "\"Retain\""),
            ("spec.volumeClaimTemplates[].apiVersion", "\"v1\""),
            ("spec.volumeClaimTemplates[].kind", "\"PersistentVolumeClaim\""),
            ("spec.volumeClaimTemplates[].spec.volumeMode", "\"Filesystem\"")),
        .. Of(CorpusObject.StatefulSet, Pod,
            ("restartPolicy", "\"Always\""),
            ("dnsPolicy", "\"ClusterFirst\""),
            ("schedulerName", "\"default-scheduler\""),
            ("terminationGracePeriodSeconds", "30"),
            ("securityContext", "{}"),
            ("volumes[].configMap.defaultMode", "420"),
            ("volumes[].secret.defaultMode", "420"),
            ("volumes[].projected.defaultMode", "420"),
            ("volumes[].projected.sources[].serviceAccountToken.expirationSeconds", "3600"),
            ("volumes[].downwardAPI.defaultMode", "420"),
            ("volumes[].hostPath.type", "\"\""),
            ("volumes[].ephemeral.volumeClaimTemplate.spec.volumeMode", "\"Filesystem\"")),
        .. Containers.SelectMany(static container => Of(CorpusObject.StatefulSet, container,
            ("terminationMessagePath", "\"/dev/termination-log\""),
            ("terminationMessagePolicy", "\"File\""),
            ("resources", "{}"),
            ("ports[].protocol", "\"TCP\""),
            ("env[].valueFrom.fieldRef.apiVersion", "\"v1\""),
            ("env[].valueFrom.resourceFieldRef.divisor", "\"0\""),
            ("lifecycle.postStart.httpGet.path", "\"/\""),
            ("lifecycle.postStart.httpGet.scheme", "\"HTTP\""),
            ("lifecycle.preStop.httpGet.path", "\"/\""),
            ("lifecycle.preStop.httpGet.scheme", "\"HTTP\""))),
        .. Containers.SelectMany(static container => Probes.SelectMany(probe => Of(CorpusObject.StatefulSet, container + probe,
            ("timeoutSeconds", "1"),
            ("periodSeconds", "10"),
            ("successThreshold", "1"),
            ("failureThreshold", "3"),
            ("httpGet.path", "\"/\""),
            ("httpGet.scheme", "\"HTTP\""),
            ("grpc.service", "\"\"")))),
        .. Of(CorpusObject.Service, "spec.",
            ("type", "\"ClusterIP\""),
            ("sessionAffinity", "\"None\""),
            ("ports[].protocol", "\"TCP\"")),
        .. Zeros,
    ];

    /// <summary>
    /// Values that mean the same as nothing. The server writes none of them, but it takes them, so a field that says one
    /// is said by leaving it out.
    /// </summary>
    private static IEnumerable<ServerDefault> Zeros =>
    [
        .. Of(CorpusObject.StatefulSet, string.Empty,
            ("spec.serviceName", "\"\""),
            ("spec.minReadySeconds", "0")),
        .. Of(CorpusObject.StatefulSet, Pod,
            ("hostNetwork", "false"),
            ("hostPID", "false"),
            ("hostIPC", "false")),
        .. Containers.SelectMany(static container => Of(CorpusObject.StatefulSet, container,
            ("volumeMounts[].readOnly", "false"),
            ("securityContext.privileged", "false"),
            ("securityContext.readOnlyRootFilesystem", "false"))),
        .. Containers.SelectMany(static container => Probes.SelectMany(probe => Of(CorpusObject.StatefulSet, container + probe,
            ("initialDelaySeconds", "0")))),
        .. Of(CorpusObject.Service, "spec.",
            ("publishNotReadyAddresses", "false")),
    ];

    private static IEnumerable<ServerDefault> Of(string kind, string prefix, params (string Path, string Json)[] rows) =>
        rows.Select(row => new ServerDefault(kind, prefix + row.Path, row.Json));
}
