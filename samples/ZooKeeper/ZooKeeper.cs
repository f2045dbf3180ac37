using Holdfast;

/// <summary>An ensemble of three on the official image.</summary>
// The replicas elect a leader among themselves before any of them is ready, so they start together.
[StatefulApp("zookeeper", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel)]
// The image wants each replica's number as ZOO_MY_ID, counted from 1; ordinals count from 0.
[Container(
    "zookeeper:3.9.4",
    Command = new[] { "/bin/bash", "-c" },
    Args = new[] { "export ZOO_MY_ID=$((POD_ORDINAL + 1)); exec /docker-entrypoint.sh zkServer.sh start-foreground" })]
[Env("ZOO_4LW_COMMANDS_WHITELIST", "ruok, srvr")]
[Env("ZOO_AUTOPURGE_PURGEINTERVAL", "24")]
[Env("ZOO_STANDALONE_ENABLED", "false")]
[Env("ZOO_ADMINSERVER_ENABLED", "false")]
[Env("ZK_SERVER_HEAP", "512")]
[Env("CLIENT_PORT", "{Client}", Braces = 1)]
[Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
// The image's own user.
[SecurityContext(RunAsUser = 1000)]
// Ready is who serves clients as part of a quorum; alive is who answers at all.
[ReadinessProbe(Command = new[] { "zkServer.sh", "status" }, TimeoutSeconds = 10)]
[LivenessProbe(
    Command = new[] { "/bin/bash", "-c", "[ \"$(echo ruok | nc -w 2 localhost $CLIENT_PORT)\" = imok ]" },
    InitialDelaySeconds = 30,
    TimeoutSeconds = 5)]
[DisruptionBudget(MaxUnavailable = 1)]
// More than half must be up, and a server alone is not ready: rules see to it that number, order and budget fit.
[Quorum(ReadinessNeedsPeers = true)]
public sealed partial class ZooKeeper
{
    /// <summary>Where clients connect.</summary>
    [Port(2181)]
    public static partial ServicePort Client { get; }

    /// <summary>Where followers connect to the leader.</summary>
    [Port(2888)]
    public static partial ServicePort Peer { get; }

    /// <summary>Where replicas elect the leader.</summary>
    [Port(3888)]
    public static partial ServicePort Election { get; }

    /// <summary>Snapshots; one volume for each replica.</summary>
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>The transaction log, on its own volume so that nothing delays its writes.</summary>
    [VolumeClaim("5Gi", MountPath = "/datalog")]
    public static partial ClaimTemplate DataLog { get; }

    /// <summary>One address for clients that leads to any replica that serves.</summary>
    [ClientService(Name = "zookeeper-client", Ports = new[] { nameof(Client) })]
    public static partial Service Clients { get; }

    /// <summary>Every replica as the image wants it: <c>server.1=zookeeper-0.zookeeper:2888:3888;2181</c> and so on.</summary>
    [PeerList(Env = "ZOO_SERVERS", Each = "server.{ordinal+1}={host}:{Peer}:{Election};{Client}", Separator = " ")]
    public static partial string Servers { get; }
}
