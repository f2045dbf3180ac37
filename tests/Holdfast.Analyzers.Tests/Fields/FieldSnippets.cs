namespace Holdfast.Analyzers.Tests.Fields;

/// <summary>Declarations that together say every field that attributes can say. Each compiles, and no rule finds an error in it.</summary>
internal static class FieldSnippets
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Workload"] = """
            [StatefulApp("orders", Namespace = "shop", ServiceName = "peers", Replicas = 3, OrdinalStart = 1, PodManagementPolicy = PodManagementPolicy.Parallel,
                UpdateStrategy = UpdateStrategy.RollingUpdate, UpdatePartition = 1, MaxUnavailable = 2, MinReadySeconds = 5, RevisionHistoryLimit = 4,
                TerminationGracePeriodSeconds = 60)]
            [Container("example/orders:1.0", Command = new[] { "run" }, Args = new[] { "all" }, WorkingDir = "/app", ImagePullPolicy = ImagePullPolicy.Always,
                Stdin = true, StdinOnce = true, Tty = true, TerminationMessagePath = "/tmp/message", TerminationMessagePolicy = TerminationMessagePolicy.FallbackToLogsOnError)]
            [HeadlessService("peers", IpFamilyPolicy = IpFamilyPolicy.RequireDualStack, IpFamilies = new[] { IpFamily.IPv4, IpFamily.IPv6 })]
            [ClaimRetention(WhenDeleted = ClaimRetention.Delete, WhenScaled = ClaimRetention.Delete)]
            [DisruptionBudget(MaxUnavailable = 1)]
            [Label("team", "orders")]
            [Annotation("example.com/owner", "orders")]
            [ConfigMapEntry("orders.conf", "retries = 3", ConfigMap = "orders-settings")]
            public partial class Orders
            {
                [Port(8080, HostPort = 8080, HostIp = "127.0.0.1", AppProtocol = "http")]
                public static partial ServicePort Http { get; }

                [Port(53, Protocol = PortProtocol.Udp)]
                public static partial ServicePort Dns { get; }
            }
            """,
        ["Deployment"] = """
            [StatelessApp("web", Namespace = "shop", Replicas = 3, Strategy = DeploymentStrategy.RollingUpdate, MaxSurge = 1, MaxUnavailable = 0, MinReadySeconds = 5,
                RevisionHistoryLimit = 4, ProgressDeadlineSeconds = 300, Paused = true)]
            [Container("example/web:1.0")]
            [DisruptionBudget(MinAvailable = 2)]
            [Annotation("example.com/owner", "web")]
            [PodSpec(EnableServiceLinks = false, ShareProcessNamespace = true, HostUsers = false, Hostname = "web", Subdomain = "web", SetHostnameAsFqdn = true,
                Os = PodOs.Linux, ReadinessGates = new[] { "example.com/ready" }, SchedulingGates = new[] { "example.com/quota" })]
            [PodResources(CpuRequest = "500m", CpuLimit = "2", MemoryRequest = "512Mi", MemoryLimit = "1Gi")]
            [ResourceClaim("gpu", TemplateName = "gpu")]
            [ResourceClaim("disk", ClaimName = "shared-disk")]
            [Resources(CpuRequest = "250m", CpuLimit = "1", MemoryRequest = "256Mi", MemoryLimit = "512Mi", Claims = new[] { "gpu/half", "disk" },
                CpuResizePolicy = ResizePolicy.NotRequired, MemoryResizePolicy = ResizePolicy.RestartContainer)]
            [ServiceAccount(Create = true, MountToken = true, ImagePullSecrets = new[] { "registry" })]
            [ImagePullSecret("registry")]
            [HostAlias("10.1.2.3", "legacy", "legacy.example.com")]
            [Dns(Policy = DnsPolicy.None, Nameservers = new[] { "10.0.0.10" }, Searches = new[] { "example.com" }, Options = new[] { "ndots:2" })]
            public partial class Web
            {
            }
            """,
        ["HostnameOverride"] = """
            [StatelessApp("web")]
            [Container("example/web:1.0")]
            [PodSpec(HostnameOverride = "web.example.com")]
            public partial class Web
            {
            }
            """,
        ["Host"] = """
            [StatelessApp("agent")]
            [Container("example/agent:1.0")]
            [HostNamespaces(Network = true, Pid = true, Ipc = true)]
            [SecurityContext(Privileged = true, AllowRoot = true)]
            public partial class Agent
            {
                [HostPath("/var/log", Type = HostPathType.Directory, MountPath = "/host/log", ReadOnly = true, MountPropagation = MountPropagation.HostToContainer,
                    RecursiveReadOnly = RecursiveReadOnly.IfPossible)]
                public static partial Volume Logs { get; }
            }
            """,
        ["Scheduling"] = """
            [StatelessApp("web", Replicas = 3)]
            [Container("example/web:1.0")]
            [Scheduling(PriorityClassName = "high", SchedulerName = "mine", RuntimeClassName = "kata", NodeName = "node-1")]
            [NodeSelector("disk", "ssd")]
            [NodeAffinity("topology.kubernetes.io/zone", NodeAffinityOperator.In, "a", "b")]
            [NodeAffinity("metadata.name", NodeAffinityOperator.NotIn, "node-9")]
            [NodeAffinity("disk", NodeAffinityOperator.Exists, Weight = 10)]
            [NodeAffinity("metadata.name", NodeAffinityOperator.In, "node-2", Weight = 20)]
            [PodAffinity(Labels = new[] { "app=cache", "tier in (a, b)" }, Namespaces = new[] { "caches" }, TopologyKey = "topology.kubernetes.io/zone", Required = true,
                MatchLabelKeys = new[] { "pod-template-hash" }, MismatchLabelKeys = new[] { "team" }, NamespaceLabels = new[] { "team=orders" })]
            [PodAffinity(Labels = new[] { "app=queue" }, NamespaceLabels = new[] { "team=orders", "stage in (live)" }, Weight = 10, MatchLabelKeys = new[] { "pod-template-hash" })]
            [AntiAffinity(Labels = new[] { "app=batch", "!tier" }, AnyNamespace = true, MismatchLabelKeys = new[] { "team" })]
            [AntiAffinity(Required = true, Namespaces = new[] { "shop" }, NamespaceLabels = new[] { "team=orders" }, MatchLabelKeys = new[] { "pod-template-hash" },
                MismatchLabelKeys = new[] { "team" })]
            [AntiAffinity(Labels = new[] { "app=batch" }, Namespaces = new[] { "batch" })]
            [Spread(MaxSkew = 1, WhenUnsatisfiable = UnsatisfiableAction.DoNotSchedule, MinDomains = 2, MatchLabelKeys = new[] { "pod-template-hash" },
                NodeAffinityPolicy = NodeInclusionPolicy.Ignore, NodeTaintsPolicy = NodeInclusionPolicy.Honor)]
            [Spread("topology.kubernetes.io/zone", Labels = new[] { "app in (web, shop)" })]
            [Toleration(Key = "dedicated", Operator = TolerationOperator.Equal, Value = "web", Effect = TaintEffect.NoExecute, TolerationSeconds = 60)]
            public partial class Web
            {
            }
            """,
        ["Security"] = """
            [StatelessApp("web")]
            [Container("example/web:1.0")]
            [SecurityContext(RunAsUser = 1654, RunAsGroup = 1654, FsGroup = 1654, FsGroupChangePolicy = FsGroupChangePolicy.OnRootMismatch,
                SupplementalGroups = new long[] { 3000, 4000 }, SupplementalGroupsPolicy = SupplementalGroupsPolicy.Strict, Sysctls = new[] { "net.ipv4.tcp_syncookies=1" },
                SeccompLocalhostProfile = "profiles/web.json", AppArmorLocalhostProfile = "web", SeLinuxLevel = "s0:c1,c2", SeLinuxRole = "system_r", SeLinuxType = "container_t",
                SeLinuxUser = "system_u", SeLinuxChangePolicy = SeLinuxChangePolicy.Recursive, ReadOnlyRootFilesystem = true, AddCapabilities = new[] { "NET_BIND_SERVICE" },
                ProcMount = ProcMountType.Default)]
            public partial class Web
            {
                [Container("example/proxy:1.0")]
                [SecurityContext(RunAsUser = 1655, RunAsGroup = 1655, SeccompLocalhostProfile = "profiles/proxy.json", AppArmorLocalhostProfile = "proxy", SeLinuxLevel = "s0:c1,c3",
                    SeLinuxRole = "system_r", SeLinuxType = "container_t", SeLinuxUser = "system_u", DropCapabilities = new[] { "NET_RAW" })]
                public static partial class Proxy
                {
                }

                [Sidecar("example/tool:1.0")]
                [SecurityContext(AllowRoot = true, Privileged = true)]
                public static partial class Tool
                {
                }
            }
            """,
        ["Windows"] = """
            [StatelessApp("web")]
            [Container("example/web:1.0")]
            [PodSpec(Os = PodOs.Windows)]
            [NodeSelector("kubernetes.io/os", "windows")]
            [HostNamespaces(Network = true)]
            [SecurityContext(AllowRoot = true, WindowsUserName = "ContainerUser", WindowsGmsaCredentialSpecName = "web", WindowsGmsaCredentialSpec = "{}", WindowsHostProcess = true)]
            public partial class Web
            {
                [Sidecar("example/proxy:1.0")]
                [SecurityContext(AllowRoot = true, WindowsUserName = "ContainerUser", WindowsGmsaCredentialSpecName = "web", WindowsGmsaCredentialSpec = "{}", WindowsHostProcess = true)]
                public static partial class Proxy
                {
                }
            }
            """,
        ["Containers"] = """
            [StatefulApp("orders")]
            [Container("example/orders:1.0", StopSignal = "SIGQUIT", RestartPolicy = ContainerRestartPolicy.Never)]
            [PodSpec(Os = PodOs.Linux)]
            [RestartRule(42, 43)]
            [RestartRule(1, Operator = ExitCodeOperator.NotIn, Action = ContainerRestartRuleAction.RestartAllContainers)]
            [Env("PLAIN", "value")]
            [Env("NODE", FieldPath = "spec.nodeName")]
            [Env("CPUS", Resource = "limits.cpu", Divisor = "1", ContainerName = "proxy")]
            [Env("MODE", ConfigMap = "settings", Key = "mode", Optional = true)]
            [Env("PASSWORD", Secret = "orders", Key = "password", Optional = true)]
            [Env("TOKEN", FileVolume = nameof(Scratch), FilePath = "token.env", Key = "TOKEN", Optional = true)]
            [EnvFrom(ConfigMap = "defaults", Prefix = "APP_", Optional = true)]
            [EnvFrom(Secret = "keys", Optional = true)]
            [StartupProbe(HttpPath = "/started", Port = nameof(Http), Https = true, HttpHeaders = new[] { "Accept: text/plain" }, Host = "127.0.0.1", InitialDelaySeconds = 5,
                PeriodSeconds = 5, TimeoutSeconds = 2, FailureThreshold = 30, TerminationGracePeriodSeconds = 10)]
            [ReadinessProbe(PortNumber = 9090, Host = "127.0.0.1", SuccessThreshold = 2)]
            [LivenessProbe(GrpcPort = nameof(Http), GrpcService = "orders", FailureThreshold = 6, TerminationGracePeriodSeconds = 10)]
            [PostStart(HttpPath = "/warm", PortNumber = 8080, Https = true, Host = "127.0.0.1", HttpHeaders = new[] { "Accept: text/plain" })]
            [PreStop(SleepSeconds = 5)]
            public partial class Orders
            {
                [Port(8080)]
                public static partial ServicePort Http { get; }

                [EmptyDir(MountPath = "/scratch")]
                public static partial Volume Scratch { get; }

                [Sidecar("example/proxy:1.0", Command = new[] { "proxy" }, Args = new[] { "all" }, WorkingDir = "/app", ImagePullPolicy = ImagePullPolicy.Always, StopSignal = "SIGQUIT",
                    Stdin = true, StdinOnce = true, Tty = true, TerminationMessagePath = "/tmp/message", TerminationMessagePolicy = TerminationMessagePolicy.FallbackToLogsOnError)]
                [Resources(CpuRequest = "100m", CpuLimit = "100m", MemoryRequest = "64Mi", MemoryLimit = "64Mi", CpuResizePolicy = ResizePolicy.NotRequired)]
                [ReadinessProbe(Command = new[] { "check" })]
                [StartupProbe(Command = new[] { "check" })]
                [LivenessProbe(Command = new[] { "check" })]
                [PostStart(Command = new[] { "warm" })]
                [PreStop(HttpPath = "/drain", Port = nameof(Admin), Https = true, Host = "127.0.0.1", HttpHeaders = new[] { "Accept: text/plain" })]
                [Mount(nameof(Scratch), "/scratch", SubPath = "proxy", ReadOnly = true)]
                [SecurityContext(ReadOnlyRootFilesystem = true)]
                [EnvFrom(ConfigMap = "defaults")]
                public static partial class Proxy
                {
                    [Port(9901)]
                    public static partial ServicePort Admin { get; }

                    [VolumeClaim("1Gi", DevicePath = "/dev/cache")]
                    public static partial ClaimTemplate Cache { get; }
                }

                [InitContainer("example/migrate:1.0", RestartPolicy = ContainerRestartPolicy.OnFailure)]
                [RestartRule(42)]
                [Mount(nameof(Scratch), "/scratch")]
                public static partial class Migrate
                {
                }

                [Container("example/helper:1.0")]
                [StartupProbe(PortNumber = 8082)]
                [ReadinessProbe(GrpcPort = nameof(Http))]
                [LivenessProbe(HttpPath = "/live", PortNumber = 8082)]
                [PostStart(SleepSeconds = 1)]
                public static partial class Helper
                {
                }

                [Container("example/tool:1.0")]
                [PreStop(Command = new[] { "stop" })]
                [StartupProbe(GrpcPort = nameof(Http), SuccessThreshold = 1)]
                [ReadinessProbe(HttpPath = "/ready", PortNumber = 8081, InitialDelaySeconds = 1, PeriodSeconds = 5, TimeoutSeconds = 2, FailureThreshold = 2)]
                [LivenessProbe(PortNumber = 8081, InitialDelaySeconds = 1, PeriodSeconds = 5, TimeoutSeconds = 2, SuccessThreshold = 1)]
                [PostStart(HttpPath = "/warm", PortNumber = 8080)]
                public static partial class Tool
                {
                }
            }
            """,
        ["Volumes"] = """
            [StatefulApp("orders")]
            [Container("example/orders:1.0")]
            [Label("disk", "orders", On = ManifestTargets.Claims)]
            [Annotation("example.com/disk", "orders", On = ManifestTargets.Claims)]
            public partial class Orders
            {
                [VolumeClaim("10Gi", MountPath = "/data", SubPathExpr = "$(POD_NAME)", AccessMode = AccessMode.ReadWriteOncePod, StorageClass = "fast", VolumeAttributesClass = "gold",
                    DataSource = "seed", DataSourceKind = "VolumeSnapshot", DataSourceApiGroup = "snapshot.storage.k8s.io", SizeLimit = "20Gi")]
                public static partial ClaimTemplate Data { get; }

                [VolumeClaim("10Gi", MountPath = "/old", VolumeLabels = new[] { "disk=fast", "zone in (a, b)" })]
                public static partial ClaimTemplate Old { get; }

                [VolumeClaim("10Gi", MountPath = "/one", VolumeName = "disk-1", DataSource = "seed", DataSourceNamespace = "seeds")]
                public static partial ClaimTemplate One { get; }

                [VolumeClaim("10Gi", MountPath = "/three", DataSource = "seed", DataSourceKind = "VolumeSnapshot", DataSourceApiGroup = "snapshot.storage.k8s.io", DataSourceNamespace = "seeds")]
                public static partial ClaimTemplate Three { get; }

                [VolumeClaim("1Gi", DevicePath = "/dev/journal")]
                public static partial ClaimTemplate Journal { get; }

                [ExistingClaim("shared", MountPath = "/shared", ReadOnly = true)]
                public static partial ExistingClaim Shared { get; }

                [EphemeralClaim("1Gi", MountPath = "/spool", StorageClass = "fast", VolumeAttributesClass = "gold", DataSource = "seed", SizeLimit = "2Gi")]
                public static partial Volume Spool { get; }

                [EphemeralClaim("1Gi", DevicePath = "/dev/spool", DataSource = "seed", DataSourceNamespace = "seeds")]
                public static partial Volume RawSpool { get; }

                [EphemeralClaim("1Gi", MountPath = "/picked", VolumeLabels = new[] { "disk=fast" }, VolumeName = "disk-2")]
                public static partial Volume Picked { get; }

                [EmptyDir(MountPath = "/pages", Medium = "HugePages", SizeLimit = "64Mi")]
                public static partial Volume Pages { get; }

                [ConfigMapVolume("settings", MountPath = "/etc/settings", DefaultMode = 256, Optional = true, Items = new[] { "a:0400=b", "c" })]
                public static partial Volume Settings { get; }

                [SecretVolume("keys", MountPath = "/etc/keys", DefaultMode = 256, Optional = true, Items = new[] { "tls.key:0400=key.pem" })]
                public static partial Volume Keys { get; }

                [CsiVolume("secrets-store.csi.k8s.io", MountPath = "/mnt/secrets", ReadOnly = true, FsType = "ext4", Attributes = new[] { "provider=vault" }, NodePublishSecret = "vault")]
                public static partial Volume Vault { get; }

                [NfsVolume("nfs.example.com", "/export", MountPath = "/nfs", ReadOnly = true)]
                public static partial Volume Nfs { get; }

                [IscsiVolume("10.0.2.15:3260", "iqn.2001-04.com.example:storage.disk1", 0, MountPath = "/iscsi", ReadOnly = true, Portals = new[] { "10.0.2.16" }, FsType = "xfs",
                    Interface = "tcp", InitiatorName = "iqn.2001-04.com.example:client", ChapAuthDiscovery = true, ChapAuthSession = true, Secret = "chap")]
                public static partial Volume Iscsi { get; }

                [FcVolume(TargetWwns = new[] { "500a0982991b8dc5" }, Lun = 2, FsType = "xfs", MountPath = "/fc", ReadOnly = true)]
                public static partial Volume Fc { get; }

                [FcVolume(Wwids = new[] { "3600508b400105e210000900000490000" }, MountPath = "/fc2")]
                public static partial Volume Fc2 { get; }

                [ImageVolume("example/model:1.0", PullPolicy = ImagePullPolicy.Always, MountPath = "/model")]
                public static partial Volume Model { get; }

                [ProjectedVolume(MountPath = "/etc/pod", DefaultMode = 256)]
                [ProjectedConfigMap("settings", Items = new[] { "a:0400=settings/a" }, Optional = true)]
                [ProjectedSecret("keys", Items = new[] { "b:0400=keys/b" }, Optional = true)]
                [ProjectedField("labels", FieldPath = "metadata.labels", Mode = 256)]
                [ProjectedField("cpus", Resource = "limits.cpu", Divisor = "1")]
                [ProjectedToken("token", Audience = "vault", ExpirationSeconds = 3600)]
                [ProjectedTrustBundle("ca.pem", Name = "corporate", Optional = true)]
                [ProjectedTrustBundle("mesh.pem", SignerName = "example.com/mesh", Labels = new[] { "stage=live", "tier in (a)" })]
                [ProjectedPodCertificate("example.com/workload", "ED25519", CredentialBundlePath = "bundle.pem", MaxExpirationSeconds = 7200, UserAnnotations = new[] { "example.com/team=orders" })]
                [ProjectedPodCertificate("example.com/workload", "ED25519", KeyPath = "key.pem", CertificateChainPath = "chain.pem")]
                public static partial Volume Files { get; }
            }
            """,
        ["Services"] = """
            [StatefulApp("orders", Replicas = 2)]
            [Container("example/orders:1.0")]
            public partial class Orders
            {
                [Port(8080, ServicePort = 80, NodePort = 30080, AppProtocol = "http")]
                public static partial ServicePort Http { get; }

                [ClientService(Type = ServiceType.LoadBalancer, SessionAffinityTimeoutSeconds = 600, ExternalTrafficPolicy = TrafficPolicy.Local, InternalTrafficPolicy = TrafficPolicy.Local,
                    LoadBalancerClass = "example.com/internal", LoadBalancerIp = "10.9.8.7", LoadBalancerSourceRanges = new[] { "10.0.0.0/8" }, AllocateLoadBalancerNodePorts = false,
                    HealthCheckNodePort = 32000, ExternalIps = new[] { "192.0.2.1" }, ClusterIps = new[] { "10.96.0.10", "fd00::10" }, TrafficDistribution = TrafficDistribution.PreferSameZone,
                    IpFamilyPolicy = IpFamilyPolicy.RequireDualStack, IpFamilies = new[] { IpFamily.IPv4, IpFamily.IPv6 }, PublishNotReadyAddresses = true,
                    Selector = new[] { "app.kubernetes.io/name=orders", "role=leader" })]
                public static partial Service Clients { get; }

                [ClientService(ExternalName = "orders.example.com")]
                public static partial Service Legacy { get; }
            }
            """,
        ["Autoscaler"] = """
            [StatelessApp("web", Namespace = "shop")]
            [Annotation("example.com/owner", "web")]
            [Container("example/web:1.0")]
            [Resources(CpuRequest = "100m", MemoryRequest = "64Mi", MemoryLimit = "64Mi")]
            [Autoscaler(2, 10, CpuUtilization = 70, MemoryAverage = "48Mi", ScaleDownStabilizationSeconds = 600, ScaleDownReplicas = 1, ScaleDownPercent = 10, ScaleDownPeriodSeconds = 120,
                ScaleDownSelectPolicy = ScalingPolicySelect.Min, ScaleDownTolerance = "0.05", ScaleUpStabilizationSeconds = 30, ScaleUpReplicas = 4, ScaleUpPercent = 100,
                ScaleUpPeriodSeconds = 60, ScaleUpSelectPolicy = ScalingPolicySelect.Max, ScaleUpTolerance = "0.05")]
            [ContainerMetric("cpu", "web", Utilization = 60)]
            [ContainerMetric("memory", "web", Average = "48Mi")]
            [PodsMetric("http_requests_per_second", Average = "100", Labels = new[] { "verb=GET", "path in (a, b)" })]
            [ObjectMetric("requests_per_second", "Ingress", "web", ApiVersion = "networking.k8s.io/v1", Value = "2k", Labels = new[] { "verb=GET", "path in (a, b)" })]
            [ObjectMetric("requests_per_second", "Service", "web", Average = "100")]
            [ExternalMetric("queue_depth", Value = "30", Labels = new[] { "queue=orders", "stage in (live)" })]
            [ExternalMetric("queue_age", Average = "10")]
            public partial class Web
            {
            }
            """,
        ["Policy"] = """
            [StatefulApp("orders", Namespace = "shop", Replicas = 2)]
            [Annotation("example.com/owner", "orders")]
            [Container("example/orders:1.0")]
            [NetworkPolicy(ClientLabels = new[] { "role=client", "tier in (a, b)" }, ClientNamespaces = new[] { "shop" }, ClientCidrs = new[] { "10.0.0.0/8 except 10.1.0.0/16, 10.2.0.0/16" },
                EgressLabels = new[] { "app=kafka", "tier in (a)" }, EgressNamespaces = new[] { "kafka", "queues" }, EgressCidrs = new[] { "192.0.2.0/24 except 192.0.2.128/25" })]
            public partial class Orders
            {
                [Port(8080)]
                public static partial ServicePort Http { get; }

                [ClientService]
                public static partial Service Clients { get; }
            }

            [StatefulApp("stock", Replicas = 2)]
            [Container("example/stock:1.0")]
            [NetworkPolicy(ClientNamespaces = new[] { "a", "b" }, EgressNamespaces = new[] { "kafka" })]
            public partial class Stock
            {
                [Port(8080, Protocol = PortProtocol.Udp)]
                public static partial ServicePort Http { get; }

                [ClientService]
                public static partial Service Clients { get; }
            }
            """,
    };
}
