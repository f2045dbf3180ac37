using Holdfast;

/// <summary>A cluster of three nodes on the official image, which find each other by the list in their configuration.</summary>
// Nodes wait for each other while they form the cluster, so they start together:
// https://www.rabbitmq.com/docs/install-kubernetes-diy. Their long names are full names, so the namespace is declared.
[StatefulApp("rabbitmq", Replicas = 3, Namespace = "messaging", PodManagementPolicy = PodManagementPolicy.Parallel, TerminationGracePeriodSeconds = 900)]
[Container("rabbitmq:4.1-management")]
// A node's name is its identity, so it is made of the pod's DNS name: https://www.rabbitmq.com/docs/clustering#node-names
[Env("RABBITMQ_NODENAME", "rabbit@{host}", Braces = 1)]
[Env("RABBITMQ_USE_LONGNAME", "true")]
// https://www.rabbitmq.com/docs/networking#ports
[Env("ERL_EPMD_PORT", "{Mapper}", Braces = 1)]
[Env("RABBITMQ_DIST_PORT", "{Distribution}", Braces = 1)]
// Nodes and command line tools trust each other by one secret: https://www.rabbitmq.com/docs/clustering#erlang-cookie
[Env("RABBITMQ_ERLANG_COOKIE", Secret = Secrets, Key = "cookie")]
[Env("RABBITMQ_DEFAULT_USER", Secret = Secrets, Key = "user")]
[Env("RABBITMQ_DEFAULT_PASS", Secret = Secrets, Key = "password")]
[Resources(CpuRequest = "500m", MemoryRequest = "2Gi", MemoryLimit = "2Gi")]
// The image's own user.
[SecurityContext(RunAsUser = 999)]
[StartupProbe(Command = new[] { "rabbitmq-diagnostics", "-q", "check_running" }, TimeoutSeconds = 20, PeriodSeconds = 15, FailureThreshold = 40)]
[ReadinessProbe(Port = nameof(Amqp))]
[LivenessProbe(Command = new[] { "rabbitmq-diagnostics", "-q", "ping" }, TimeoutSeconds = 20, PeriodSeconds = 60)]
// Queues keep their majority while a node is away: https://www.rabbitmq.com/docs/upgrade#maintenance-mode
[PreStop(Command = new[] { "/bin/sh", "-c", "rabbitmq-upgrade await_online_quorum_plus_one -t 600 && rabbitmq-upgrade drain -t 200" })]
[DisruptionBudget(MaxUnavailable = 1)]
[Quorum]
[NetworkPolicy(PeerPorts = new[] { nameof(Mapper), nameof(Distribution) })]
public sealed partial class RabbitMq
{
    private const string Secrets = "rabbitmq";

    // https://www.rabbitmq.com/docs/cluster-formation#peer-discovery-classic-config
    [ConfigFile("/etc/rabbitmq/rabbitmq.conf", Braces = 1)]
    private const string Configuration = """
        listeners.tcp.default = {Amqp}
        management.tcp.port = {Management}
        prometheus.tcp.port = {Metrics}

        cluster_name = rabbitmq
        cluster_formation.peer_discovery_backend = classic_config
        cluster_formation.target_cluster_size_hint = {replicas}
        {members:
        cluster_formation.classic_config.nodes.{index+1} = rabbit@{host}
        }
        cluster_partition_handling = pause_minority
        queue_leader_locator = balanced

        """;

    [ConfigFile("/etc/rabbitmq/enabled_plugins")]
    private const string Plugins = "[rabbitmq_management,rabbitmq_prometheus].\n";

    /// <summary>Where clients connect.</summary>
    [Port(5672)]
    public static partial ServicePort Amqp { get; }

    /// <summary>The management UI and its API.</summary>
    [Port(15672)]
    public static partial ServicePort Management { get; }

    /// <summary>Where Prometheus reads metrics.</summary>
    [Port(15692)]
    public static partial ServicePort Metrics { get; }

    /// <summary>Where nodes ask each other which port Erlang listens on.</summary>
    [Port(4369)]
    public static partial ServicePort Mapper { get; }

    /// <summary>Where nodes and command line tools connect to each other.</summary>
    [Port(25672)]
    public static partial ServicePort Distribution { get; }

    /// <summary>Queues, streams and definitions; one volume for each node.</summary>
    [VolumeClaim("20Gi", MountPath = "/var/lib/rabbitmq/mnesia")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>The home folder with the cookie's file, which only its user may read; files of a claim are opened to the pod's group.</summary>
    [EmptyDir(MountPath = "/var/lib/rabbitmq")]
    public static partial Volume Home { get; }

    /// <summary>One address for clients that leads to any node.</summary>
    [ClientService(Name = "rabbitmq-client", Ports = new[] { nameof(Amqp), nameof(Management), nameof(Metrics) })]
    public static partial Service Clients { get; }
}
