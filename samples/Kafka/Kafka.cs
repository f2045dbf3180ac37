using Holdfast;

/// <summary>Three brokers that are the controllers of their cluster, too (KRaft's combined mode), on the official image.</summary>
// Controllers elect a leader among themselves before any of them is ready, so they start together.
[StatefulApp("kafka", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel, TerminationGracePeriodSeconds = 120)]
[Container("apache/kafka:4.1.0")]
// All nodes format their storage with one identity: https://kafka.apache.org/documentation/#kraft_storage. Make your own with
// kafka-storage.sh random-uuid.
[Env("CLUSTER_ID", "4L6g3nShT-eMCtK--X86sw")]
[Env("KAFKA_HEAP_OPTS", "-Xms1g -Xmx1g")]
[Resources(CpuRequest = "500m", MemoryRequest = "2Gi", MemoryLimit = "2Gi")]
[StartupProbe(Port = nameof(Client), FailureThreshold = 60)]
[ReadinessProbe(Port = nameof(Client))]
// A broker answers clients once it has caught up with the controllers; that it is alive shows where controllers vote.
[LivenessProbe(Port = nameof(Controller), FailureThreshold = 6)]
[DisruptionBudget(MaxUnavailable = 1)]
[Quorum(ReadinessNeedsPeers = true)]
[NetworkPolicy(PeerPorts = new[] { nameof(Client), nameof(Controller) })]
public sealed partial class Kafka
{
    /// <summary>
    /// Each node's own file, as its number and the name that it is found by differ. The image takes it from this folder:
    /// https://github.com/apache/kafka/blob/trunk/docker/examples/README.md#use-file-input-for-providing-configs
    /// </summary>
    // https://kafka.apache.org/documentation/#kraft_config
    [ConfigFile("/mnt/shared/config/server.properties", Braces = 1)]
    private const string Properties = """
        process.roles=broker,controller
        node.id={ordinal}
        controller.quorum.voters={members ',': {ordinal}@{host}:{Controller} }
        controller.listener.names=CONTROLLER

        listeners=PLAINTEXT://:{Client},CONTROLLER://:{Controller}
        advertised.listeners=PLAINTEXT://{host}:{Client}
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=PLAINTEXT

        log.dirs=/var/lib/kafka/data/logs
        default.replication.factor=3
        min.insync.replicas=2

        """;

    /// <summary>Where clients and other brokers connect.</summary>
    [Port(9092)]
    public static partial ServicePort Client { get; }

    /// <summary>Where controllers vote, and brokers ask them.</summary>
    [Port(9093)]
    public static partial ServicePort Controller { get; }

    /// <summary>Partitions and metadata; one volume for each node.</summary>
    [VolumeClaim("50Gi", MountPath = "/var/lib/kafka/data")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>One address for clients to begin with; brokers tell them the others.</summary>
    // Services make variables of their names, and the image reads those that begin with KAFKA_ as settings.
    [ClientService(Name = "bootstrap-kafka", Ports = new[] { nameof(Client) })]
    public static partial Service Bootstrap { get; }

    /// <summary>Every broker, for clients that take a list.</summary>
    [PeerList(Each = "{host}:{Client}")]
    public static partial string Brokers { get; }
}
