using Holdfast;

/// <summary>
/// A primary and two replicas on the official image, with a Sentinel beside each: Sentinels watch the primary and promote a replica
/// when it fails. https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/
/// </summary>
[StatefulApp("redis", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel, TerminationGracePeriodSeconds = 60)]
[Container("redis:8.2", Command = new[] { "sh", "/etc/redis/start.sh" })]
[Env("REDIS_PASSWORD", Secret = Secrets, Key = "password")]
// The name that the others know this replica by.
[Env("SELF", "{host}", Braces = 1)]
[Env("REDISCLI_AUTH", Secret = Secrets, Key = "password")]
[Resources(CpuRequest = "250m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
// The image's own user.
[SecurityContext(RunAsUser = 999)]
[StartupProbe(Command = new[] { "sh", "/etc/redis/ping.sh" }, TimeoutSeconds = 5, FailureThreshold = 60)]
[ReadinessProbe(Command = new[] { "sh", "/etc/redis/ping.sh" }, TimeoutSeconds = 5)]
[LivenessProbe(Port = nameof(Server), FailureThreshold = 6)]
[DisruptionBudget(MaxUnavailable = 1)]
// Sentinels promote a replica only while more than half of them agree.
[Quorum]
// Clients ask a Sentinel for the primary and connect to that.
[NetworkPolicy(PeerPorts = new[] { nameof(Server), nameof(Sentinel.Watch) }, ClientPorts = new[] { nameof(Server), nameof(Sentinel.Watch) })]
public sealed partial class Redis
{
    private const string Secrets = "redis";

    /// <summary>
    /// Each replica's own, as each announces its own name. Replicas and Sentinels know each other by name:
    /// https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/#ip-addresses-and-dns-names
    /// </summary>
    [ConfigFile("/etc/redis/redis.conf", Braces = 1)]
    private const string Configuration = """
        port {Server}
        dir /data
        appendonly yes
        replica-announce-ip {host}
        replica-announce-port {Server}
        min-replicas-to-write 1
        min-replicas-max-lag 10
        maxmemory 700mb

        """;

    /// <summary>
    /// Sentinels know the primary after a fail-over; until then, and when none answers, it is the first replica. The configuration is
    /// copied, since Sentinels change it.
    /// </summary>
    [ConfigFile("/etc/redis/start.sh", Braces = 2)]
    private const string Start = """
        set -eu
        primary=
        for sentinel in {{members ' ': {{host}}}}; do
          found=$(REDISCLI_AUTH= timeout 3 redis-cli -h "$sentinel" -p {{Watch}} --raw sentinel get-master-addr-by-name {{service}} 2>/dev/null | head -n 1) || true
          if [ -n "$found" ]; then primary=$found; break; fi
        done
        if [ -z "$primary" ]; then primary={{first}}; fi
        cp /etc/redis/redis.conf /data/redis.conf
        printf 'requirepass %s\nmasterauth %s\n' "$REDIS_PASSWORD" "$REDIS_PASSWORD" >> /data/redis.conf
        if [ "$primary" != "$SELF" ]; then
          echo "replicaof $primary {{Server}}" >> /data/redis.conf
        fi
        exec redis-server /data/redis.conf

        """;

    [ConfigFile("/etc/redis/ping.sh", Braces = 1)]
    private const string Ping = """
        test "$(redis-cli -p {Server} ping)" = PONG

        """;

    /// <summary>Where clients connect to the primary, and replicas, too.</summary>
    [Port(6379)]
    public static partial ServicePort Server { get; }

    /// <summary>The data, and what the Sentinel beside it knows; one volume for each replica.</summary>
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>Watches the primary.</summary>
    [Sidecar("redis:8.2", Command = new[] { "sh", "/etc/redis/sentinel.sh" })]
    [Env("REDIS_PASSWORD", Secret = Secrets, Key = "password")]
    [Resources(CpuRequest = "50m", MemoryRequest = "64Mi", MemoryLimit = "64Mi")]
    [Mount(nameof(Redis.Data), "/data", SubPath = "sentinel")]
    [ReadinessProbe(Port = nameof(Watch))]
    public static partial class Sentinel
    {
        [ConfigFile("/etc/redis/sentinel.conf", Braces = 1)]
        private const string Configuration = """
            sentinel resolve-hostnames yes
            sentinel announce-hostnames yes
            sentinel announce-ip {host}
            sentinel announce-port {Watch}
            sentinel monitor {service} {first} {Server} {majority}
            sentinel down-after-milliseconds {service} 10000
            sentinel failover-timeout {service} 60000
            sentinel parallel-syncs {service} 1

            """;

        /// <summary>A Sentinel keeps what it learns in its file, so the file is made once; it resolves names as it starts.</summary>
        [ConfigFile("/etc/redis/sentinel.sh", Braces = 2)]
        private const string Start = """
            set -eu
            until getent hosts {{first}} > /dev/null; do sleep 1; done
            if [ ! -f /data/sentinel.conf ]; then
              cp /etc/redis/sentinel.conf /data/sentinel.conf
              echo "sentinel auth-pass {{service}} $REDIS_PASSWORD" >> /data/sentinel.conf
            fi
            exec redis-sentinel /data/sentinel.conf --port {{Watch}}

            """;

        /// <summary>Where clients ask for the primary, and Sentinels talk to each other.</summary>
        [Port(26379)]
        public static partial ServicePort Watch { get; }

        /// <summary>One address for clients that leads to any Sentinel.</summary>
        [ClientService(Name = "redis-sentinel")]
        public static partial Service Clients { get; }
    }
}
