namespace Holdfast.Engine.Declarations.Names;

/// <summary>The attribute classes that are read, as metadata names.</summary>
internal static class AttributeNames
{
    public const string Namespace = "Holdfast";

    private const string Suffix = "Attribute";

    public const string StatefulAppMetadataName = Namespace + "." + StatefulApp;

    public const string StatefulApp = "StatefulAppAttribute";

    public const string StatelessAppMetadataName = Namespace + "." + StatelessApp;

    public const string StatelessApp = "StatelessAppAttribute";

    public const string RunOnceMetadataName = Namespace + "." + RunOnce;

    public const string RunOnce = "RunOnceAttribute";

    public const string ScheduledMetadataName = Namespace + "." + Scheduled;

    public const string Scheduled = "ScheduledAttribute";

    public const string After = "AfterAttribute";

    /// <summary>The base class of all attributes that declare something.</summary>
    public const string Declaration = "DeclarationAttribute";

    /// <summary>The base class of attributes of which there may be several.</summary>
    public const string RepeatableDeclaration = "RepeatableDeclarationAttribute";

    public const string HeadlessService = "HeadlessServiceAttribute";

    public const string Spread = "SpreadAttribute";

    public const string NoSpread = "NoSpreadAttribute";

    public const string PodAffinity = "PodAffinityAttribute";

    public const string Allow = "AllowAttribute";

    public const string NetworkPolicy = "NetworkPolicyAttribute";

    public const string Autoscaler = "AutoscalerAttribute";

    public const string AntiAffinity = "AntiAffinityAttribute";

    public const string NodeSelector = "NodeSelectorAttribute";

    public const string NodeAffinity = "NodeAffinityAttribute";

    public const string Toleration = "TolerationAttribute";

    public const string Scheduling = "SchedulingAttribute";

    public const string Dns = "DnsAttribute";

    public const string HostAlias = "HostAliasAttribute";

    public const string ImagePullSecret = "ImagePullSecretAttribute";

    public const string HostNamespaces = "HostNamespacesAttribute";

    public const string ServiceAccount = "ServiceAccountAttribute";

    public const string ReplicaService = "ReplicaServiceAttribute";

    public const string ClaimRetention = "ClaimRetentionAttribute";

    public const string Container = "ContainerAttribute";

    public const string Sidecar = "SidecarAttribute";

    public const string InitContainer = "InitContainerAttribute";

    public const string Mount = "MountAttribute";

    public const string Resources = "ResourcesAttribute";

    public const string Env = "EnvAttribute";

    public const string ExtendedResource = "ExtendedResourceAttribute";

    public const string EnvFrom = "EnvFromAttribute";

    public const string PostStart = "PostStartAttribute";

    public const string PreStop = "PreStopAttribute";

    public const string Selector = "SelectorAttribute";

    public const string Label = "LabelAttribute";

    public const string Annotation = "AnnotationAttribute";

    public const string EmptyDir = "EmptyDirAttribute";

    public const string ConfigMapVolume = "ConfigMapVolumeAttribute";

    public const string SecretVolume = "SecretVolumeAttribute";

    public const string ConfigFile = "ConfigFileAttribute";

    public const string HostPath = "HostPathAttribute";

    public const string EphemeralClaim = "EphemeralClaimAttribute";

    public const string CsiVolume = "CsiVolumeAttribute";

    public const string NfsVolume = "NfsVolumeAttribute";

    public const string IscsiVolume = "IscsiVolumeAttribute";

    public const string FcVolume = "FcVolumeAttribute";

    public const string ImageVolume = "ImageVolumeAttribute";

    public const string ProjectedVolume = "ProjectedVolumeAttribute";

    public const string ProjectedConfigMap = "ProjectedConfigMapAttribute";

    public const string ProjectedSecret = "ProjectedSecretAttribute";

    public const string ProjectedField = "ProjectedFieldAttribute";

    public const string ProjectedToken = "ProjectedTokenAttribute";

    public const string ProjectedTrustBundle = "ProjectedTrustBundleAttribute";

    public const string ProjectedPodCertificate = "ProjectedPodCertificateAttribute";

    public const string ConfigMapEntry = "ConfigMapEntryAttribute";

    public const string StartupProbe = "StartupProbeAttribute";

    public const string ReadinessProbe = "ReadinessProbeAttribute";

    public const string LivenessProbe = "LivenessProbeAttribute";

    public const string DisruptionBudget = "DisruptionBudgetAttribute";

    public const string Quorum = "QuorumAttribute";

    public const string SecurityContext = "SecurityContextAttribute";

    public const string Patch = "PatchAttribute";

    public const string Manifest = "ManifestAttribute";

    public const string Port = "PortAttribute";

    public const string PodMonitor = "PodMonitorAttribute";

    public const string ServiceMonitor = "ServiceMonitorAttribute";

    public const string VolumeClaim = "VolumeClaimAttribute";

    public const string ExistingClaim = "ExistingClaimAttribute";

    public const string ClientService = "ClientServiceAttribute";

    public const string Ingress = "IngressAttribute";

    public const string HttpRoute = "HttpRouteAttribute";

    public const string PeerList = "PeerListAttribute";

    public const string AddressOf = "AddressOfAttribute";

    /// <summary>An attribute's name as it is mostly written in source, <c>Port</c>.</summary>
    public static string Short(string className) => className.Substring(0, className.Length - Suffix.Length);

    /// <summary>An attribute as it is written in source, <c>[Port]</c>.</summary>
    public static string Written(string className) => "[" + Short(className) + "]";
}
