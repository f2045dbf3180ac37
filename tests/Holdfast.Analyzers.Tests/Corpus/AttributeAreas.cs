namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>Which area of attributes says which field. The first that matches does, so the narrow ones come first.</summary>
internal static class AttributeAreas
{
    /// <summary>It need not be declared.</summary>
    public static AttributeArea ServerDefault { get; } = new("server default", true);

    /// <summary>What fits nowhere.</summary>
    public static AttributeArea Other { get; } = new("other", false, "*");

    public const string Labels = "labels";
    public const string Annotations = "annotations";
    public const string PullPolicy = "image pull policy";
    public const string Lifecycle = "lifecycle hooks";
    public const string GracePeriod = "grace period";
    public const string Affinity = "affinity";
    public const string InitContainer = "init containers";
    public const string SecondContainer = "further containers";
    public const string ConfigFiles = "config files";
    public const string ConfigEntries = "ConfigMaps for the environment";
    public const string ConfigEnv = "environment from config";
    public const string Secrets = "secrets";
    public const string ResourceEnv = "environment from resources";
    public const string Scratch = "scratch volumes";
    public const string ServiceAccount = "service account";
    public const string HostPort = "host ports";
    public const string Dns = "DNS config";
    public const string Capabilities = "added capabilities";
    public const string ServiceKind = "Services of other types";
    public const string ServicePorts = "ports of a separate Service";

    public static IReadOnlyList<AttributeArea> All { get; } =
    [
        new("name label", true, "*labels.app", "*matchLabels.app", "* spec.selector.app", "*abels.app.kubernetes.io/name", "* spec.selector.app.kubernetes.io/name"),
        new("separate fields today", true, "*.annotations.volume.beta.kubernetes.io/storage-class", "*.annotations.service.alpha.kubernetes.io/tolerate-unready-endpoints"),
        new(InitContainer, true, "* pod.initContainers[*"),
        new(SecondContainer, true, "* pod.containers[*"),
        new(Affinity, true, "* pod.affinity.*"),
        new(ConfigEntries, true, "EnvironmentConfigMap *"),
        new(ConfigFiles, true, "ConfigMap *", "* pod.volumes[configMap].*", "* pod.container.volumeMounts[configMap].*"),
        new(Scratch, true, "* pod.volumes[emptyDir].*", "* pod.container.volumeMounts[emptyDir].*"),
        new(Secrets, true, "* pod.volumes[secret].*", "* pod.container.volumeMounts[secret].*", "*.secretKeyRef.*", "*.secretRef.*"),
        new(ConfigEnv, true, "*.configMapKeyRef.*", "*.configMapRef.*"),
        new(ResourceEnv, true, "*.resourceFieldRef.*"),
        new(Labels, true, "*abels.*", "* spec.selector.*"),
        new(Annotations, true, "*.annotations.*"),
        new(Lifecycle, true, "* pod.container.lifecycle.*"),
        new(PullPolicy, true, "* pod.container.imagePullPolicy"),
        new(GracePeriod, true, "* pod.terminationGracePeriodSeconds"),
        new(ServiceAccount, true, "* pod.serviceAccount*"),
        new("update strategy", true, "* spec.updateStrategy.*"),
        new(HostPort, true, "* pod.container.ports[*].hostPort"),
        new(Dns, true, "* pod.dnsConfig.*", "* pod.dnsPolicy"),
        new(Capabilities, true, "* pod.container.securityContext.capabilities.add"),
        new(ServiceKind, false, "*Service spec.type", "Service spec.clusterIP"),
        new(ServicePorts, false, "*Service spec.ports[*].targetPort"),
        new("application", true, "* metadata.namespace", "StatefulSet metadata.name", "* spec.replicas", "* spec.serviceName", "* spec.podManagementPolicy", "* spec.ordinals.*"),
        new("governing Service", true, "GoverningService metadata.name", "GoverningService spec.clusterIP", "*Service spec.publishNotReadyAddresses"),
        new("client Service", true, "Service metadata.name"),
        new("ports", true, "* pod.container.ports[*", "*Service spec.ports[*"),
        new("container", true, "* pod.container.name", "* pod.container.image", "* pod.container.command", "* pod.container.args"),
        new("environment", true, "* pod.container.env[*"),
        new("probes", true, "* pod.container.*Probe.*"),
        new("resources", true, "* pod.container.resources.*.cpu", "* pod.container.resources.*.memory"),
        new("volume claims", true, "* spec.volumeClaimTemplates[*", "* pod.container.volumeMounts[template].*"),
        new("existing claims", true, "* pod.volumes[persistentVolumeClaim].*", "* pod.container.volumeMounts[persistentVolumeClaim].*"),
        new("disruption budget", true, "PodDisruptionBudget metadata.name", "PodDisruptionBudget spec.*"),
        new("security context", true, "* pod.securityContext.*", "* pod.container.securityContext.*"),
        Other,
    ];

    public static AttributeArea Of(string role) => All.First(area => area.Roles.Any(pattern => PathPattern.Matches(pattern, role)));
}
