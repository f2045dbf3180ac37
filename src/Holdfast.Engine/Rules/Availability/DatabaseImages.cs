namespace Holdfast.Engine.Rules.Availability;

/// <summary>Images of databases that make their files at the first start, before they answer.</summary>
internal static class DatabaseImages
{
    private static readonly string[] Names =
    [
        "postgres", "postgresql", "mysql", "mysql-server", "mariadb", "mariadb-galera", "percona", "mongo", "mongodb", "cassandra", "scylla",
        "elasticsearch", "opensearch", "couchdb", "neo4j", "influxdb", "clickhouse-server", "oracle",
    ];

    public static bool Contains(string image)
    {
        string path = image.Split('@')[0];
        string name = path.Substring(path.LastIndexOf('/') + 1).Split(':')[0];

        // That of SQL Server is mssql/server.
        return name == "server" ? path.IndexOf("mssql/", StringComparison.Ordinal) >= 0 : Names.Contains(name);
    }
}
