namespace Holdfast.Engine.Arguments;

/// <summary>
/// The arguments that are one field as it is. A row is all that such an argument needs beside its property: attributes are read,
/// composed, imported, written and worded by this table.
/// </summary>
internal static class FieldArguments
{
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

    /// <summary>
    /// The rows: the attribute, the argument, where the path begins, the path and the form, then what <see cref="FieldArgument"/> has beside
    /// them. Attributes and places that have a row in common are separated by commas. It is one text, since a table of objects would be code
    /// that each compiler compiles when it starts.
    /// </summary>
    private const string Rows = """
        # Pods as wholes
        PodSpec EnableServiceLinks Pod enableServiceLinks Flag
        PodSpec ShareProcessNamespace Pod shareProcessNamespace Flag
        PodSpec HostUsers Pod hostUsers Flag
        PodSpec Hostname Pod hostname Text
        PodSpec Subdomain Pod subdomain Text
        PodSpec HostnameOverride Pod hostnameOverride Text
        PodSpec SetHostnameAsFqdn Pod setHostnameAsFQDN Flag
        PodSpec Os Pod os.name LowerEnum enum:PodOs
        PodSpec ReadinessGates Pod readinessGates Names item:conditionType
        PodSpec SchedulingGates Pod schedulingGates Names
        PodResources CpuRequest Pod resources.requests.cpu Text
        PodResources CpuLimit Pod resources.limits.cpu Text
        PodResources MemoryRequest Pod resources.requests.memory Text
        PodResources MemoryLimit Pod resources.limits.memory Text
        ResourceClaim Name Pod name Text first
        ResourceClaim ClaimName Pod resourceClaimName Text
        ResourceClaim TemplateName Pod resourceClaimTemplateName Text
        ServiceAccount ImagePullSecrets ServiceAccount imagePullSecrets Names
        Spread Labels Spread labelSelector Labels
        AntiAffinity,PodAffinity NamespaceLabels PodAffinity namespaceSelector Labels

        # Security contexts
        SecurityContext FsGroupChangePolicy OwnPod securityContext.fsGroupChangePolicy Enum enum:FsGroupChangePolicy
        SecurityContext SupplementalGroups OwnPod securityContext.supplementalGroups Longs
        SecurityContext SupplementalGroupsPolicy OwnPod securityContext.supplementalGroupsPolicy Enum enum:SupplementalGroupsPolicy
        SecurityContext SeLinuxChangePolicy OwnPod securityContext.seLinuxChangePolicy Enum enum:SeLinuxChangePolicy
        SecurityContext Sysctls OwnPod securityContext.sysctls NamedValues
        SecurityContext SeccompProfile OwnPod,FurtherContainer securityContext.seccompProfile.type Enum enum:SecurityProfileType
        SecurityContext SeccompLocalhostProfile OwnPod,FurtherContainer securityContext.seccompProfile.localhostProfile Text also:securityContext.seccompProfile.type=Localhost
        SecurityContext AppArmorProfile OwnPod,FurtherContainer securityContext.appArmorProfile.type Enum enum:SecurityProfileType
        SecurityContext AppArmorLocalhostProfile OwnPod,FurtherContainer securityContext.appArmorProfile.localhostProfile Text also:securityContext.appArmorProfile.type=Localhost
        SecurityContext SeLinuxLevel OwnPod,FurtherContainer securityContext.seLinuxOptions.level Text
        SecurityContext SeLinuxRole OwnPod,FurtherContainer securityContext.seLinuxOptions.role Text
        SecurityContext SeLinuxType OwnPod,FurtherContainer securityContext.seLinuxOptions.type Text
        SecurityContext SeLinuxUser OwnPod,FurtherContainer securityContext.seLinuxOptions.user Text
        SecurityContext WindowsUserName OwnPod,FurtherContainer securityContext.windowsOptions.runAsUserName Text
        SecurityContext WindowsGmsaCredentialSpecName OwnPod,FurtherContainer securityContext.windowsOptions.gmsaCredentialSpecName Text
        SecurityContext WindowsGmsaCredentialSpec OwnPod,FurtherContainer securityContext.windowsOptions.gmsaCredentialSpec Text
        SecurityContext WindowsHostProcess OwnPod,FurtherContainer securityContext.windowsOptions.hostProcess Flag
        SecurityContext DropCapabilities Container securityContext.capabilities.drop Texts
        SecurityContext ProcMount Container securityContext.procMount Enum enum:ProcMountType

        # Containers
        Container,InitContainer,Sidecar StopSignal Container lifecycle.stopSignal Text
        Container,InitContainer,Sidecar Stdin Container stdin Flag
        Container,InitContainer,Sidecar StdinOnce Container stdinOnce Flag
        Container,InitContainer,Sidecar Tty Container tty Flag
        Container,InitContainer,Sidecar TerminationMessagePath Container terminationMessagePath Text
        Container,InitContainer,Sidecar TerminationMessagePolicy Container terminationMessagePolicy Enum enum:TerminationMessagePolicy
        Container RestartPolicy Container restartPolicy Enum enum:ContainerRestartPolicy
        InitContainer RestartPolicy Container restartPolicy Enum enum:ContainerRestartPolicy
        RestartRule ExitCodes Container exitCodes.values Ints first rest
        RestartRule Operator Container exitCodes.operator Enum enum:ExitCodeOperator otherwise:In
        RestartRule Action Container action Enum enum:ContainerRestartRuleAction otherwise:Restart
        Resources Claims Container resources.claims Claims
        Resources CpuResizePolicy Container resizePolicy ResizePolicy enum:ResizePolicy item:cpu
        Resources MemoryResizePolicy Container resizePolicy ResizePolicy enum:ResizePolicy item:memory
        Port HostIp Port hostIP Text
        Env ContainerName Env valueFrom.resourceFieldRef.containerName Text
        StartupProbe,ReadinessProbe,LivenessProbe TerminationGracePeriodSeconds Probe terminationGracePeriodSeconds Int
        PostStart,PreStop Host Hook httpGet.host Text
        PostStart,PreStop HttpHeaders Hook httpGet.httpHeaders Headers

        # Volumes
        ConfigMapVolume,CsiVolume,EmptyDir,EphemeralClaim,ExistingClaim,FcVolume,HostPath,ImageVolume,IscsiVolume,Mount,NfsVolume,ProjectedVolume,SecretVolume,VolumeClaim MountPropagation Mount mountPropagation Enum enum:MountPropagation
        ConfigMapVolume,CsiVolume,EmptyDir,EphemeralClaim,ExistingClaim,FcVolume,HostPath,ImageVolume,IscsiVolume,Mount,NfsVolume,ProjectedVolume,SecretVolume,VolumeClaim RecursiveReadOnly Mount recursiveReadOnly Enum enum:RecursiveReadOnly
        ConfigMapVolume,CsiVolume,EmptyDir,EphemeralClaim,ExistingClaim,FcVolume,HostPath,ImageVolume,IscsiVolume,Mount,NfsVolume,ProjectedVolume,SecretVolume,VolumeClaim SubPathExpr Mount subPathExpr Text
        EmptyDir Medium Volume emptyDir.medium Text
        NfsVolume Server Volume nfs.server Text first
        NfsVolume Path Volume nfs.path Text first
        NfsVolume ReadOnly Volume nfs.readOnly Flag
        ImageVolume Reference Volume image.reference Text first
        ImageVolume PullPolicy Volume image.pullPolicy Enum enum:ImagePullPolicy
        IscsiVolume TargetPortal Volume iscsi.targetPortal Text first
        IscsiVolume Iqn Volume iscsi.iqn Text first
        IscsiVolume Lun Volume iscsi.lun Int first
        IscsiVolume Portals Volume iscsi.portals Texts
        IscsiVolume FsType Volume iscsi.fsType Text
        IscsiVolume ReadOnly Volume iscsi.readOnly Flag
        IscsiVolume Interface Volume iscsi.iscsiInterface Text
        IscsiVolume InitiatorName Volume iscsi.initiatorName Text
        IscsiVolume ChapAuthDiscovery Volume iscsi.chapAuthDiscovery Flag
        IscsiVolume ChapAuthSession Volume iscsi.chapAuthSession Flag
        IscsiVolume Secret Volume iscsi.secretRef.name Text
        FcVolume TargetWwns Volume fc.targetWWNs Texts
        FcVolume Lun Volume fc.lun Int
        FcVolume Wwids Volume fc.wwids Texts
        FcVolume FsType Volume fc.fsType Text
        FcVolume ReadOnly Volume fc.readOnly Flag
        ProjectedTrustBundle Labels ProjectedSource clusterTrustBundle.labelSelector Labels
        ProjectedPodCertificate SignerName ProjectedSource podCertificate.signerName Text first
        ProjectedPodCertificate KeyType ProjectedSource podCertificate.keyType Text first
        ProjectedPodCertificate CredentialBundlePath ProjectedSource podCertificate.credentialBundlePath Text
        ProjectedPodCertificate KeyPath ProjectedSource podCertificate.keyPath Text
        ProjectedPodCertificate CertificateChainPath ProjectedSource podCertificate.certificateChainPath Text
        ProjectedPodCertificate MaxExpirationSeconds ProjectedSource podCertificate.maxExpirationSeconds Int
        ProjectedPodCertificate UserAnnotations ProjectedSource podCertificate.userAnnotations Pairs
        EphemeralClaim,VolumeClaim SizeLimit Claim resources.limits.storage Text
        EphemeralClaim,VolumeClaim VolumeLabels Claim selector Labels
        EphemeralClaim,VolumeClaim VolumeName Claim volumeName Text

        # Services
        ClientService,HeadlessService,ReplicaService Selector Service selector Pairs

        # Autoscalers
        ContainerMetric Resource Autoscaler containerResource.name Text first
        ContainerMetric Container Autoscaler containerResource.container Text first
        ContainerMetric Utilization Autoscaler containerResource.target.averageUtilization Int also:containerResource.target.type=Utilization
        ContainerMetric Average Autoscaler containerResource.target.averageValue Text also:containerResource.target.type=AverageValue
        ExternalMetric Metric Autoscaler external.metric.name Text first
        ExternalMetric Average Autoscaler external.target.averageValue Text also:external.target.type=AverageValue
        ExternalMetric Labels Autoscaler external.metric.selector Labels
        ExternalMetric Value Autoscaler external.target.value Text also:external.target.type=Value
        ObjectMetric Metric Autoscaler object.metric.name Text first
        ObjectMetric Kind Autoscaler object.describedObject.kind Text first
        ObjectMetric Name Autoscaler object.describedObject.name Text first
        ObjectMetric ApiVersion Autoscaler object.describedObject.apiVersion Text
        ObjectMetric Average Autoscaler object.target.averageValue Text also:object.target.type=AverageValue
        ObjectMetric Labels Autoscaler object.metric.selector Labels
        ObjectMetric Value Autoscaler object.target.value Text also:object.target.type=Value
        PodsMetric Metric Autoscaler pods.metric.name Text first
        PodsMetric Average Autoscaler pods.target.averageValue Text also:pods.target.type=AverageValue
        PodsMetric Labels Autoscaler pods.metric.selector Labels
        Autoscaler ScaleDownSelectPolicy Autoscaler behavior.scaleDown.selectPolicy Enum enum:ScalingPolicySelect
        Autoscaler ScaleDownTolerance Autoscaler behavior.scaleDown.tolerance Text
        Autoscaler ScaleUpSelectPolicy Autoscaler behavior.scaleUp.selectPolicy Enum enum:ScalingPolicySelect
        Autoscaler ScaleUpTolerance Autoscaler behavior.scaleUp.tolerance Text
        """;

    /// <summary>The first word of a row that is an option.</summary>
    private const int Options = 5;

    /// <summary>All rows, in the order in which they are written.</summary>
    public static IReadOnlyList<FieldArgument> All { get; } = Read();

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

    private static readonly Dictionary<string, FieldArgument[]> ByClass = All
        .GroupBy(static row => row.Attribute + Suffix, StringComparer.Ordinal)
        .ToDictionary(static rows => rows.Key, static rows => rows.ToArray(), StringComparer.Ordinal);

    private static readonly Dictionary<string, ItemAttribute> ItemsByClass = Items.ToDictionary(static item => item.Attribute + Suffix, StringComparer.Ordinal);

    /// <summary>The rows of an attribute.</summary>
    /// <param name="attribute">The attribute, as it is mostly written.</param>
    public static IEnumerable<FieldArgument> Of(string attribute) => ByAttribute[attribute];

    /// <summary>The rows of an attribute's class.</summary>
    public static FieldArgument[] OfClass(string name) => ByClass.TryGetValue(name, out FieldArgument[]? rows) ? rows : [];

    /// <summary>The list that an attribute of a class is an item of; null where it is none.</summary>
    public static ItemAttribute? ItemOfClass(string name) => ItemsByClass.TryGetValue(name, out ItemAttribute? item) ? item : null;

    private static List<FieldArgument> Read()
    {
        var rows = new List<FieldArgument>();
        foreach (string line in Rows.Split('\n'))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Add(line.Split(' '), rows);
            }
        }

        return rows;
    }

    private static void Add(string[] words, List<FieldArgument> rows)
    {
        var form = (FieldForm)System.Enum.Parse(typeof(FieldForm), words[4]);
        foreach (string attribute in words[0].Split(','))
        {
            foreach (string place in words[2].Split(','))
            {
                var row = new FieldArgument(attribute, words[1], (FieldPlace)System.Enum.Parse(typeof(FieldPlace), place), words[3], form);
                for (int i = Options; i < words.Length; i++)
                {
                    row = With(row, words[i]);
                }

                rows.Add(row);
            }
        }
    }

    private static FieldArgument With(FieldArgument row, string option)
    {
        int colon = option.IndexOf(':');
        string value = option.Substring(colon + 1);
        return (colon < 0 ? option : option.Substring(0, colon)) switch
        {
            "first" => row with { IsByPosition = true },
            "rest" => row with { IsRest = true },
            "enum" => row with { EnumType = value },
            "item" => row with { Item = value },
            "otherwise" => row with { Otherwise = value },
            "also" => row with { Also = (value.Substring(0, value.IndexOf('=')), value.Substring(value.IndexOf('=') + 1)) },
            _ => throw new InvalidDataException(option),
        };
    }
}
