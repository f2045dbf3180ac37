namespace Holdfast.Engine.Arguments;

/// <summary>
/// The arguments that are one field as it is. A row is all that such an argument needs beside its property: attributes are read,
/// composed, imported, written and worded by this table.
/// </summary>
internal static class FieldArguments
{
    private const string AverageValue = "AverageValue";

    /// <summary>Attributes whose volumes a container mounts.</summary>
    private static readonly string[] Mounted =
    [
        "ConfigMapVolume", "CsiVolume", "EmptyDir", "EphemeralClaim", "ExistingClaim", "FcVolume", "HostPath", "ImageVolume", "IscsiVolume", "Mount", "NfsVolume",
        "ProjectedVolume", "SecretVolume", "VolumeClaim",
    ];

    /// <summary>Attributes that are one item of a list each.</summary>
    public static IReadOnlyList<ItemAttribute> Items { get; } =
    [
        new("ContainerMetric", FieldPlace.Autoscaler, "metrics", ("type", "ContainerResource")),
        new("ExternalMetric", FieldPlace.Autoscaler, "metrics", ("type", "External")),
        new("ObjectMetric", FieldPlace.Autoscaler, "metrics", ("type", "Object")),
        new("PodsMetric", FieldPlace.Autoscaler, "metrics", ("type", "Pods")),
        new("ResourceClaim", FieldPlace.Pod, "resourceClaims"),
        new("RestartRule", FieldPlace.Container, "restartPolicyRules"),
    ];

    /// <summary>All rows, in the order in which they are written.</summary>
    public static IReadOnlyList<FieldArgument> All { get; } =
    [
        // Pods as wholes
        Flag("PodSpec", "EnableServiceLinks", FieldPlace.Pod, "enableServiceLinks"),
        Flag("PodSpec", "ShareProcessNamespace", FieldPlace.Pod, "shareProcessNamespace"),
        Flag("PodSpec", "HostUsers", FieldPlace.Pod, "hostUsers"),
        Text("PodSpec", "Hostname", FieldPlace.Pod, "hostname"),
        Text("PodSpec", "Subdomain", FieldPlace.Pod, "subdomain"),
        Text("PodSpec", "HostnameOverride", FieldPlace.Pod, "hostnameOverride"),
        Flag("PodSpec", "SetHostnameAsFqdn", FieldPlace.Pod, "setHostnameAsFQDN"),
        Row("PodSpec", "Os", FieldPlace.Pod, "os.name", FieldForm.LowerEnum) with { EnumType = "PodOs" },
        Names("PodSpec", "ReadinessGates", FieldPlace.Pod, "readinessGates", "conditionType"),
        Names("PodSpec", "SchedulingGates", FieldPlace.Pod, "schedulingGates"),
        Text("PodResources", "CpuRequest", FieldPlace.Pod, "resources.requests.cpu"),
        Text("PodResources", "CpuLimit", FieldPlace.Pod, "resources.limits.cpu"),
        Text("PodResources", "MemoryRequest", FieldPlace.Pod, "resources.requests.memory"),
        Text("PodResources", "MemoryLimit", FieldPlace.Pod, "resources.limits.memory"),
        Text("ResourceClaim", "Name", FieldPlace.Pod, "name") with { IsByPosition = true },
        Text("ResourceClaim", "ClaimName", FieldPlace.Pod, "resourceClaimName"),
        Text("ResourceClaim", "TemplateName", FieldPlace.Pod, "resourceClaimTemplateName"),
        Names("ServiceAccount", "ImagePullSecrets", FieldPlace.ServiceAccount, "imagePullSecrets"),
        Row("Spread", "Labels", FieldPlace.Spread, "labelSelector", FieldForm.Labels),
        .. PodAffinity("AntiAffinity"),
        .. PodAffinity("PodAffinity"),

        // Security contexts
        Enum("SecurityContext", "FsGroupChangePolicy", FieldPlace.OwnPod, "securityContext.fsGroupChangePolicy"),
        Row("SecurityContext", "SupplementalGroups", FieldPlace.OwnPod, "securityContext.supplementalGroups", FieldForm.Longs),
        Enum("SecurityContext", "SupplementalGroupsPolicy", FieldPlace.OwnPod, "securityContext.supplementalGroupsPolicy"),
        Enum("SecurityContext", "SeLinuxChangePolicy", FieldPlace.OwnPod, "securityContext.seLinuxChangePolicy"),
        Row("SecurityContext", "Sysctls", FieldPlace.OwnPod, "securityContext.sysctls", FieldForm.NamedValues),
        .. SecurityContext(FieldPlace.OwnPod),
        .. SecurityContext(FieldPlace.FurtherContainer),
        Row("SecurityContext", "DropCapabilities", FieldPlace.Container, "securityContext.capabilities.drop", FieldForm.Texts),
        Enum("SecurityContext", "ProcMount", FieldPlace.Container, "securityContext.procMount", "ProcMountType"),

        // Containers
        .. Container("Container"),
        .. Container("InitContainer"),
        .. Container("Sidecar"),
        Enum("Container", "RestartPolicy", FieldPlace.Container, "restartPolicy", "ContainerRestartPolicy"),
        Enum("InitContainer", "RestartPolicy", FieldPlace.Container, "restartPolicy", "ContainerRestartPolicy"),
        Row("RestartRule", "ExitCodes", FieldPlace.Container, "exitCodes.values", FieldForm.Ints) with { IsByPosition = true, IsRest = true },
        Enum("RestartRule", "Operator", FieldPlace.Container, "exitCodes.operator", "ExitCodeOperator") with { Otherwise = "In" },
        Enum("RestartRule", "Action", FieldPlace.Container, "action", "ContainerRestartRuleAction") with { Otherwise = "Restart" },
        Row("Resources", "Claims", FieldPlace.Container, "resources.claims", FieldForm.Claims),
        Row("Resources", "CpuResizePolicy", FieldPlace.Container, "resizePolicy", FieldForm.ResizePolicy) with { EnumType = "ResizePolicy", Item = "cpu" },
        Row("Resources", "MemoryResizePolicy", FieldPlace.Container, "resizePolicy", FieldForm.ResizePolicy) with { EnumType = "ResizePolicy", Item = "memory" },
        Text("Port", "HostIp", FieldPlace.Port, "hostIP"),
        Text("Env", "ContainerName", FieldPlace.Env, "valueFrom.resourceFieldRef.containerName"),
        .. Probe("StartupProbe"),
        .. Probe("ReadinessProbe"),
        .. Probe("LivenessProbe"),
        .. Hook("PostStart"),
        .. Hook("PreStop"),

        // Volumes
        .. Mounted.SelectMany(Mount),
        Text("EmptyDir", "Medium", FieldPlace.Volume, "emptyDir.medium"),
        Text("NfsVolume", "Server", FieldPlace.Volume, "nfs.server") with { IsByPosition = true },
        Text("NfsVolume", "Path", FieldPlace.Volume, "nfs.path") with { IsByPosition = true },
        Flag("NfsVolume", "ReadOnly", FieldPlace.Volume, "nfs.readOnly"),
        Text("ImageVolume", "Reference", FieldPlace.Volume, "image.reference") with { IsByPosition = true },
        Enum("ImageVolume", "PullPolicy", FieldPlace.Volume, "image.pullPolicy", "ImagePullPolicy"),
        Text("IscsiVolume", "TargetPortal", FieldPlace.Volume, "iscsi.targetPortal") with { IsByPosition = true },
        Text("IscsiVolume", "Iqn", FieldPlace.Volume, "iscsi.iqn") with { IsByPosition = true },
        Int("IscsiVolume", "Lun", FieldPlace.Volume, "iscsi.lun") with { IsByPosition = true },
        Row("IscsiVolume", "Portals", FieldPlace.Volume, "iscsi.portals", FieldForm.Texts),
        Text("IscsiVolume", "FsType", FieldPlace.Volume, "iscsi.fsType"),
        Flag("IscsiVolume", "ReadOnly", FieldPlace.Volume, "iscsi.readOnly"),
        Text("IscsiVolume", "Interface", FieldPlace.Volume, "iscsi.iscsiInterface"),
        Text("IscsiVolume", "InitiatorName", FieldPlace.Volume, "iscsi.initiatorName"),
        Flag("IscsiVolume", "ChapAuthDiscovery", FieldPlace.Volume, "iscsi.chapAuthDiscovery"),
        Flag("IscsiVolume", "ChapAuthSession", FieldPlace.Volume, "iscsi.chapAuthSession"),
        Text("IscsiVolume", "Secret", FieldPlace.Volume, "iscsi.secretRef.name"),
        Row("FcVolume", "TargetWwns", FieldPlace.Volume, "fc.targetWWNs", FieldForm.Texts),
        Int("FcVolume", "Lun", FieldPlace.Volume, "fc.lun"),
        Row("FcVolume", "Wwids", FieldPlace.Volume, "fc.wwids", FieldForm.Texts),
        Text("FcVolume", "FsType", FieldPlace.Volume, "fc.fsType"),
        Flag("FcVolume", "ReadOnly", FieldPlace.Volume, "fc.readOnly"),
        Row("ProjectedTrustBundle", "Labels", FieldPlace.ProjectedSource, "clusterTrustBundle.labelSelector", FieldForm.Labels),
        Text("ProjectedPodCertificate", "SignerName", FieldPlace.ProjectedSource, "podCertificate.signerName") with { IsByPosition = true },
        Text("ProjectedPodCertificate", "KeyType", FieldPlace.ProjectedSource, "podCertificate.keyType") with { IsByPosition = true },
        Text("ProjectedPodCertificate", "CredentialBundlePath", FieldPlace.ProjectedSource, "podCertificate.credentialBundlePath"),
        Text("ProjectedPodCertificate", "KeyPath", FieldPlace.ProjectedSource, "podCertificate.keyPath"),
        Text("ProjectedPodCertificate", "CertificateChainPath", FieldPlace.ProjectedSource, "podCertificate.certificateChainPath"),
        Int("ProjectedPodCertificate", "MaxExpirationSeconds", FieldPlace.ProjectedSource, "podCertificate.maxExpirationSeconds"),
        Row("ProjectedPodCertificate", "UserAnnotations", FieldPlace.ProjectedSource, "podCertificate.userAnnotations", FieldForm.Pairs),
        .. Claim("EphemeralClaim"),
        .. Claim("VolumeClaim"),

        // Services
        .. Service("ClientService"),
        .. Service("HeadlessService"),
        .. Service("ReplicaService"),

        // Autoscalers
        Text("ContainerMetric", "Resource", FieldPlace.Autoscaler, "containerResource.name") with { IsByPosition = true },
        Text("ContainerMetric", "Container", FieldPlace.Autoscaler, "containerResource.container") with { IsByPosition = true },
        Int("ContainerMetric", "Utilization", FieldPlace.Autoscaler, "containerResource.target.averageUtilization") with { Also = ("containerResource.target.type", "Utilization") },
        Text("ContainerMetric", "Average", FieldPlace.Autoscaler, "containerResource.target.averageValue") with { Also = ("containerResource.target.type", AverageValue) },
        Text("ExternalMetric", "Metric", FieldPlace.Autoscaler, "external.metric.name") with { IsByPosition = true },
        .. Metric("ExternalMetric", "external"),
        Text("ExternalMetric", "Value", FieldPlace.Autoscaler, "external.target.value") with { Also = ("external.target.type", "Value") },
        Text("ObjectMetric", "Metric", FieldPlace.Autoscaler, "object.metric.name") with { IsByPosition = true },
        Text("ObjectMetric", "Kind", FieldPlace.Autoscaler, "object.describedObject.kind") with { IsByPosition = true },
        Text("ObjectMetric", "Name", FieldPlace.Autoscaler, "object.describedObject.name") with { IsByPosition = true },
        Text("ObjectMetric", "ApiVersion", FieldPlace.Autoscaler, "object.describedObject.apiVersion"),
        .. Metric("ObjectMetric", "object"),
        Text("ObjectMetric", "Value", FieldPlace.Autoscaler, "object.target.value") with { Also = ("object.target.type", "Value") },
        Text("PodsMetric", "Metric", FieldPlace.Autoscaler, "pods.metric.name") with { IsByPosition = true },
        .. Metric("PodsMetric", "pods"),
        Enum("Autoscaler", "ScaleDownSelectPolicy", FieldPlace.Autoscaler, "behavior.scaleDown.selectPolicy", "ScalingPolicySelect"),
        Text("Autoscaler", "ScaleDownTolerance", FieldPlace.Autoscaler, "behavior.scaleDown.tolerance"),
        Enum("Autoscaler", "ScaleUpSelectPolicy", FieldPlace.Autoscaler, "behavior.scaleUp.selectPolicy", "ScalingPolicySelect"),
        Text("Autoscaler", "ScaleUpTolerance", FieldPlace.Autoscaler, "behavior.scaleUp.tolerance"),
    ];

    /// <summary>The members of the enums that arguments take, by the names of their types.</summary>
    public static IReadOnlyDictionary<string, string[]> Enums { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ContainerRestartPolicy"] = ["Always", "OnFailure", "Never"],
        ["ContainerRestartRuleAction"] = ["Restart", "RestartAllContainers"],
        ["ExitCodeOperator"] = ["In", "NotIn"],
        ["FsGroupChangePolicy"] = ["Always", "OnRootMismatch"],
        ["ImagePullPolicy"] = ["IfNotPresent", "Always", "Never"],
        ["MountPropagation"] = ["None", "HostToContainer", "Bidirectional"],
        ["PodOs"] = ["Linux", "Windows"],
        ["ProcMountType"] = ["Default", "Unmasked"],
        ["RecursiveReadOnly"] = ["Disabled", "IfPossible", "Enabled"],
        ["ResizePolicy"] = ["NotRequired", "RestartContainer"],
        ["ScalingPolicySelect"] = ["Max", "Min", "Disabled"],
        ["SeLinuxChangePolicy"] = ["MountOption", "Recursive"],
        ["SecurityProfileType"] = ["RuntimeDefault", "Unconfined"],
        ["SupplementalGroupsPolicy"] = ["Merge", "Strict"],
        ["TerminationMessagePolicy"] = ["File", "FallbackToLogsOnError"],
    };

    private const string Suffix = "Attribute";

    private static readonly ILookup<string, FieldArgument> ByAttribute = All.ToLookup(static row => row.Attribute, StringComparer.Ordinal);

    private static readonly ILookup<string, FieldArgument> ByClass = All.ToLookup(static row => row.Attribute + Suffix, StringComparer.Ordinal);

    private static readonly Dictionary<string, ItemAttribute> ItemsByClass = Items.ToDictionary(static item => item.Attribute + Suffix, StringComparer.Ordinal);

    /// <summary>The rows of an attribute.</summary>
    /// <param name="attribute">The attribute, as it is mostly written.</param>
    public static IEnumerable<FieldArgument> Of(string attribute) => ByAttribute[attribute];

    /// <summary>The rows of an attribute's class.</summary>
    public static IEnumerable<FieldArgument> OfClass(string name) => ByClass[name];

    /// <summary>The list that an attribute of a class is an item of; null where it is none.</summary>
    public static ItemAttribute? ItemOfClass(string name) => ItemsByClass.TryGetValue(name, out ItemAttribute? item) ? item : null;

    private static FieldArgument Row(string attribute, string name, FieldPlace place, string path, FieldForm form) => new(attribute, name, place, path, form);

    private static FieldArgument Text(string attribute, string name, FieldPlace place, string path) => Row(attribute, name, place, path, FieldForm.Text);

    private static FieldArgument Int(string attribute, string name, FieldPlace place, string path) => Row(attribute, name, place, path, FieldForm.Int);

    private static FieldArgument Flag(string attribute, string name, FieldPlace place, string path) => Row(attribute, name, place, path, FieldForm.Flag);

    /// <summary>An argument of an enum, whose type has the argument's name where it is not said.</summary>
    private static FieldArgument Enum(string attribute, string name, FieldPlace place, string path, string? type = null) =>
        Row(attribute, name, place, path, FieldForm.Enum) with { EnumType = type ?? name };

    private static FieldArgument Names(string attribute, string name, FieldPlace place, string path, string item = "name") =>
        Row(attribute, name, place, path, FieldForm.Names) with { Item = item };

    private static FieldArgument[] PodAffinity(string attribute) =>
    [
        Row(attribute, "NamespaceLabels", FieldPlace.PodAffinity, "namespaceSelector", FieldForm.Labels),
    ];

    private static FieldArgument[] SecurityContext(FieldPlace place) =>
    [
        Enum("SecurityContext", "SeccompProfile", place, "securityContext.seccompProfile.type", "SecurityProfileType"),
        Text("SecurityContext", "SeccompLocalhostProfile", place, "securityContext.seccompProfile.localhostProfile") with { Also = ("securityContext.seccompProfile.type", "Localhost") },
        Enum("SecurityContext", "AppArmorProfile", place, "securityContext.appArmorProfile.type", "SecurityProfileType"),
        Text("SecurityContext", "AppArmorLocalhostProfile", place, "securityContext.appArmorProfile.localhostProfile") with { Also = ("securityContext.appArmorProfile.type", "Localhost") },
        Text("SecurityContext", "SeLinuxLevel", place, "securityContext.seLinuxOptions.level"),
        Text("SecurityContext", "SeLinuxRole", place, "securityContext.seLinuxOptions.role"),
        Text("SecurityContext", "SeLinuxType", place, "securityContext.seLinuxOptions.type"),
        Text("SecurityContext", "SeLinuxUser", place, "securityContext.seLinuxOptions.user"),
        Text("SecurityContext", "WindowsUserName", place, "securityContext.windowsOptions.runAsUserName"),
        Text("SecurityContext", "WindowsGmsaCredentialSpecName", place, "securityContext.windowsOptions.gmsaCredentialSpecName"),
        Text("SecurityContext", "WindowsGmsaCredentialSpec", place, "securityContext.windowsOptions.gmsaCredentialSpec"),
        Flag("SecurityContext", "WindowsHostProcess", place, "securityContext.windowsOptions.hostProcess"),
    ];

    private static FieldArgument[] Container(string attribute) =>
    [
        Text(attribute, "StopSignal", FieldPlace.Container, "lifecycle.stopSignal"),
        Flag(attribute, "Stdin", FieldPlace.Container, "stdin"),
        Flag(attribute, "StdinOnce", FieldPlace.Container, "stdinOnce"),
        Flag(attribute, "Tty", FieldPlace.Container, "tty"),
        Text(attribute, "TerminationMessagePath", FieldPlace.Container, "terminationMessagePath"),
        Enum(attribute, "TerminationMessagePolicy", FieldPlace.Container, "terminationMessagePolicy"),
    ];

    private static FieldArgument[] Probe(string attribute) =>
    [
        Int(attribute, "TerminationGracePeriodSeconds", FieldPlace.Probe, "terminationGracePeriodSeconds"),
    ];

    private static FieldArgument[] Hook(string attribute) =>
    [
        Text(attribute, "Host", FieldPlace.Hook, "httpGet.host"),
        Row(attribute, "HttpHeaders", FieldPlace.Hook, "httpGet.httpHeaders", FieldForm.Headers),
    ];

    private static FieldArgument[] Mount(string attribute) =>
    [
        Enum(attribute, "MountPropagation", FieldPlace.Mount, "mountPropagation"),
        Enum(attribute, "RecursiveReadOnly", FieldPlace.Mount, "recursiveReadOnly"),
        Text(attribute, "SubPathExpr", FieldPlace.Mount, "subPathExpr"),
    ];

    private static FieldArgument[] Claim(string attribute) =>
    [
        Text(attribute, "SizeLimit", FieldPlace.Claim, "resources.limits.storage"),
        Row(attribute, "VolumeLabels", FieldPlace.Claim, "selector", FieldForm.Labels),
        Text(attribute, "VolumeName", FieldPlace.Claim, "volumeName"),
    ];

    private static FieldArgument[] Service(string attribute) =>
    [
        Row(attribute, "Selector", FieldPlace.Service, "selector", FieldForm.Pairs),
    ];

    private static FieldArgument[] Metric(string attribute, string source) =>
    [
        Text(attribute, "Average", FieldPlace.Autoscaler, source + ".target.averageValue") with { Also = (source + ".target.type", AverageValue) },
        Row(attribute, "Labels", FieldPlace.Autoscaler, source + ".metric.selector", FieldForm.Labels),
    ];
}
