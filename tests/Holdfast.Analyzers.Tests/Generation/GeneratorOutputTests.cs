using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>What is generated, file by file. All of it compiles without a warning.</summary>
public class GeneratorOutputTests
{
    [Fact]
    public void ZooKeeperSample() => Match(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples/ZooKeeper/ZooKeeper.cs")));

    [Fact]
    public void NamespaceAndOrdinalStartAreKnown() => Match("""
        using Holdfast;
        namespace Shop.Storage;
        [StatefulApp("orders", Replicas = 2, OrdinalStart = 5, Namespace = "shop", ClusterDomain = "corp.example")]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [Port(8080, Name = "web")] internal static partial ServicePort Http { get; }
            [Port(9000, Protocol = PortProtocol.Udp)] internal static partial ServicePort Gossip { get; }
            [VolumeClaim("1Ti", AccessMode = AccessMode.ReadWriteOncePod, StorageClass = "", MountPath = "/data", SubPath = "db")]
            public static partial ClaimTemplate Data { get; }
            [PeerList(Each = "{index}:{ordinal-5}:{name}@{host}:{Http}{{{service}}}")] public static partial string Peers { get; }
        }
        """);

    [Fact]
    public void NestedTypesAndKeywordsAsNames() => Match("""
        using Holdfast;
        namespace @namespace.@class
        {
            internal partial struct @struct
            {
                private partial record Outer
                {
                    [StatefulApp("nested")]
                    [Container("nested:1")]
                    private sealed partial record @record
                    {
                        [Port(80)] private static partial ServicePort @event { get; }
                        [Port(81)] internal static partial ServicePort @field { get; }
                    }
                }
            }
        }
        """);

    [Fact]
    public void EveryProbeBudgetServiceAndSource() => Match("""
        using Holdfast;
        [StatefulApp("all", Replicas = 3)]
        [HeadlessService("all-peers", PublishNotReadyAddresses = false)]
        [Container("all:1", Name = "main", Args = new[] { "--verbose", "yes" })]
        [Env("POD_NAME", FieldPath = "metadata.name")]
        [Env("PLAIN", "null")]
        [Resources(CpuLimit = "2", MemoryLimit = "1Gi")]
        [StartupProbe(HttpPath = "/started", Port = nameof(Web), FailureThreshold = 30)]
        [ReadinessProbe(Port = nameof(Web), PeriodSeconds = 5, SuccessThreshold = 2)]
        [LivenessProbe(GrpcPort = nameof(Api))]
        [DisruptionBudget(MinAvailablePercent = 50, UnhealthyPodEvictionPolicy = UnhealthyPodEvictionPolicy.IfHealthyBudget)]
        [SecurityContext(RunAsUser = 70, RunAsGroup = 71, FsGroup = 72, ReadOnlyRootFilesystem = true)]
        public partial class All
        {
            [Port(80)] public static partial ServicePort Web { get; }
            [Port(50051)] public static partial ServicePort Api { get; }
            [ClientService] public static partial Service Everything { get; }
            [ExistingClaim("models", MountPath = "/models", ReadOnly = true)] public static partial ExistingClaim Models { get; }
        }
        """);

    [Fact]
    public void FurtherContainers() => Match("""
        using Holdfast;
        namespace Shop;
        [StatefulApp("orders", Replicas = 2)]
        [Container("orders:1.0", WorkingDir = "/app", ImagePullPolicy = ImagePullPolicy.Always)]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }

            [InitContainer("busybox:1.37", Command = new[] { "sh", "-c", "mkdir -p /data/$(POD_NAME)" })]
            [Mount(nameof(Data), "/data")]
            [SecurityContext(RunAsUser = 2000)]
            private static partial class Prepare { }

            /// <summary>Ships logs.</summary>
            [Sidecar("shipper:2.0", Name = "shipper")]
            [Mount(nameof(Data), "/logs", SubPath = "logs", ReadOnly = true)]
            [Resources(MemoryLimit = "64Mi")]
            public static partial class LogShipper
            {
                /// <summary>Its own port.</summary>
                [Port(9000)] public static partial ServicePort Status { get; }
                [VolumeClaim("500Mi", MountPath = "/buffer")] public static partial ClaimTemplate Buffer { get; }
            }

            [Container("exporter:3.0")]
            [ReadinessProbe(HttpPath = "/metrics", Port = nameof(Scrape))]
            [Env("TARGET", "$(POD_NAME)")]
            public abstract partial class Exporter
            {
                [Port(9187)] internal static partial ServicePort Scrape { get; }
                [ClientService] internal static partial Service Metrics { get; }
                [PeerList(Env = "TARGETS", Each = "{host}:{Http}")] internal static partial string Targets { get; }
            }
        }
        """);

    [Fact]
    public void StatelessApp() => Match("""
        using Holdfast;
        namespace Shop;
        /// <summary>The front.</summary>
        [StatelessApp("web", Replicas = 2, MaxUnavailable = 0)]
        [Container("web:1.0")]
        public sealed partial class Web
        {
            /// <summary>For browsers.</summary>
            [Port(8080, ServicePort = 80)] public static partial ServicePort Http { get; }
            [ClientService] public static partial Service Front { get; }
            [VolumeClaim("1Gi")] public static partial ClaimTemplate Refused { get; }

            [Sidecar("cache:2.0")]
            public static partial class Cache
            {
                [Port(6379)] public static partial ServicePort Redis { get; }
            }
        }
        """);

    private static void Match(params string[] sources)
    {
        GeneratorRun run = GeneratorRun.Of(sources);
        Assert.Empty(run.Problems);
        Snapshot.MatchSources(run.Sources.Select(source => (source.HintName, source.SourceText.ToString())));
    }
}
