using Holdfast;

/// <summary>
/// A primary and two standbys that stream from it, on the official image. The first replica is the primary, always: there is no
/// fail-over.
/// </summary>
[StatefulApp("postgres", Replicas = 3, TerminationGracePeriodSeconds = 60)]
// Standbys stay in step with the first replica of the list, and take the password from PGPASSWORD. The primary does not look
// at where it would stream from.
[Container(
    "postgres:17",
    Command = new[] { "/bin/bash", "-c" },
    Args = new[]
    {
        "exec docker-entrypoint.sh postgres -c wal_keep_size=1GB "
        + "-c primary_conninfo=\"host=${PEERS%%,*} user=replicator application_name=$POD_NAME\"",
    })]
[Env("POSTGRES_PASSWORD", Secret = Secrets, Key = "password")]
[Env("PGPASSWORD", Secret = Secrets, Key = "replication")]
// Below the mount: the root of a volume may have a lost+found, and the server wants its directory empty and to itself.
[Env("PGDATA", DataDirectory)]
[Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
// The image's own user.
[SecurityContext(RunAsUser = 999)]
// By TCP: while the image sets a database up, its server listens on a socket only.
[StartupProbe(Command = new[] { "pg_isready", "-h", "127.0.0.1", "-U", "postgres" }, FailureThreshold = 60)]
[ReadinessProbe(Command = new[] { "pg_isready", "-h", "127.0.0.1", "-U", "postgres" }, TimeoutSeconds = 5)]
[LivenessProbe(Command = new[] { "pg_isready", "-h", "127.0.0.1", "-U", "postgres" }, TimeoutSeconds = 5, FailureThreshold = 6)]
[DisruptionBudget(MaxUnavailable = 1)]
// Replicas stream from the port that clients use.
[NetworkPolicy(PeerPorts = new[] { nameof(Sql) })]
// The Service that writes go to selects the first replica alone.
[Patch("""
    kind: Service
    metadata: {name: postgres-primary}
    spec: {selector: {statefulset.kubernetes.io/pod-name: postgres-0}}
    """)]
public sealed partial class PostgreSql
{
    private const string Secrets = "postgres";

    private const string DataDirectory = "/var/lib/postgresql/data/pgdata";

    /// <summary>The primary's first start runs this: the role that replicas connect as, and its way in.</summary>
    [ConfigFile("/docker-entrypoint-initdb.d/replication.sh")]
    private const string Replication = """
        psql --no-psqlrc --set=ON_ERROR_STOP=1 --set=password="$PGPASSWORD" --username="$POSTGRES_USER" <<'SQL'
        CREATE ROLE replicator WITH REPLICATION LOGIN PASSWORD :'password';
        SQL
        echo "host replication replicator all scram-sha-256" >> "$PGDATA/pg_hba.conf"

        """;

    /// <summary>Where clients connect, and replicas to the primary.</summary>
    [Port(5432)]
    public static partial ServicePort Sql { get; }

    /// <summary>The databases; one volume for each replica.</summary>
    [VolumeClaim("20Gi", MountPath = "/var/lib/postgresql/data")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>Leads to the primary.</summary>
    [ClientService(Name = "postgres-primary")]
    public static partial Service Primary { get; }

    /// <summary>Leads to any replica, for reading.</summary>
    [ClientService(Name = "postgres-read")]
    public static partial Service Read { get; }

    /// <summary>Every replica; the first is the primary.</summary>
    [PeerList(Env = "PEERS")]
    public static partial string Peers { get; }

    /// <summary>Makes of an empty volume a copy of the primary's, on every replica but the primary.</summary>
    [InitContainer("postgres:17", Command = new[] { "/bin/bash", "/scripts/clone.sh" })]
    [Mount(nameof(Data), "/var/lib/postgresql/data")]
    [Env("PGPASSWORD", Secret = Secrets, Key = "replication")]
    [Env("PGDATA", DataDirectory)]
    [Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
    private static partial class Clone
    {
        [ConfigFile("/scripts/clone.sh")]
        private const string Script = """
            set -eu
            primary=${PEERS%%,*}
            if [ "${primary%%.*}" = "$POD_NAME" ] || [ -s "$PGDATA/PG_VERSION" ]; then
              exit 0
            fi

            # A copy that was interrupted is begun again; only a whole one gets the name that is looked for above.
            rm -rf "$PGDATA.part"
            until pg_isready --host="$primary" --username=replicator --dbname=postgres; do
              sleep 2
            done
            pg_basebackup --host="$primary" --username=replicator --pgdata="$PGDATA.part" --wal-method=stream --checkpoint=fast
            touch "$PGDATA.part/standby.signal"
            mv "$PGDATA.part" "$PGDATA"

            """;

        [PeerList(Env = "PEERS")]
        private static partial string Members { get; }
    }
}
