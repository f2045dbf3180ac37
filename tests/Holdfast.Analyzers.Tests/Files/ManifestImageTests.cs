using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Values;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What manifests must respect of images that are known, and of programs that run in them.</summary>
[HomeOf("HF3020", "HF5026", "HF6017", "HF6018", "HF6019", "HF6020")]
public class ManifestImageTests
{
    [Theory]
    [InlineData("postgres:16.4", "{|HF3020:/var/lib/postgresql|}")]
    [InlineData("docker.io/library/postgres:9.6-alpine", "{|HF3020:/var/lib/postgresql/|}")]
    [InlineData("public.ecr.aws/docker/library/postgres:15", "{|HF3020:/var/lib|}")]
    [InlineData("postgres:18", "{|HF3020:/var/lib/postgresql/data|}")]
    [InlineData("mongo:7.0", "{|HF3020:/data|}")]
    [InlineData("mongo:noble", "{|HF3020:/data|}")]
    [InlineData("confluentinc/cp-kafka:7.6.1", "{|HF3020:/var/lib/kafka|}")]
    [InlineData("confluentinc/cp-kafka:edge", "{|HF3020:/var/lib/kafka|}")]
    [InlineData("postgres:16.4", "/var/lib/postgresql/data")]
    [InlineData("postgres:16.4", "/var/lib/postgresql/data/pgdata")]
    [InlineData("postgres:16.4", "/var/lib/postgresql-backup")]
    [InlineData("postgres:18", "/var/lib/postgresql")]
    [InlineData("postgres:bookworm", "/var/lib/postgresql")] // of which version is not known
    [InlineData("postgres:alpine", "/var/lib/postgresql")]
    [InlineData("postgres:2024abcd", "/var/lib/postgresql")]
    [InlineData("registry.example/postgres:16.4", "/var/lib/postgresql")] // another image of the name
    [InlineData("bitnami/postgresql:16.4", "/var/lib/postgresql")]
    public Task ClaimsAboveVolumes(string image, string path) => Verify(image, claims: true, mounts: $"{{name: data, mountPath: {path}}}");

    [Theory]
    [InlineData("env: [{name: PGDATA, value: /var/lib/postgresql/pgdata}]")]
    [InlineData("env: [{name: PGDATA, valueFrom: {configMapKeyRef: {name: db, key: path}}}]")]
    [InlineData("envFrom: [{configMapRef: {name: db}}]")]
    [InlineData("args: [-c, config_file=/etc/postgresql.conf]")]
    [InlineData("args: [-D, /var/lib/postgresql/main]")]
    public Task DataThatIsMoved(string fields) => Verify("postgres:16.4", claims: true, mounts: "{name: data, mountPath: /var/lib/postgresql}", fields: fields);

    [Fact]
    public Task DataThatIsNotMoved() => Verify("postgres:16.4", claims: true, mounts: "{name: data, mountPath: {|HF3020:/var/lib/postgresql|}}", fields: "env: [{name: PGDATA, value: /var/lib/postgresql/data}], args: [-c, max_connections=100]");

    [Fact]
    public Task AMountAtTheVolume() => Verify("postgres:16.4", claims: true, mounts: "{name: data, mountPath: /var/lib/postgresql}, {name: data, mountPath: /var/lib/postgresql/data, subPath: db}");

    /// <summary>As many write it who take the number of the broker from the name of the pod.</summary>
    [Theory]
    [InlineData("{|HF3020:/var/lib/kafka|}", "")]
    [InlineData("/var/lib/kafka", ", {name: KAFKA_LOG_DIRS, value: /var/lib/kafka/logs}")]
    [InlineData("/var/lib/kafka", ", {name: KAFKA_BROKER_ID_COMMAND, value: cat /var/lib/kafka/broker-id}")]
    public Task OwnCommands(string path, string variable) => Verify(
        "confluentinc/cp-kafka:7.4.0",
        claims: true,
        mounts: $"{{name: data, mountPath: {path}}}",
        fields: $"command: [bash, -c, 'export KAFKA_BROKER_ID=$((${{HOSTNAME##*-}})); /etc/confluent/docker/run'], env: [{{name: KAFKA_NUM_PARTITIONS, value: '3'}}{variable}]");

    [Fact]
    public Task NoClaim() => Verify("mongo:7.0", mounts: "{name: tmp, mountPath: /data}", volumes: "{name: tmp, emptyDir: {}}");

    [Theory]
    [InlineData("redis:7.4", "{|HF6017:true|}", "")]
    [InlineData("mcr.microsoft.com/mssql/server:2022-latest", "{|HF6017:true|}", "")]
    [InlineData("quay.io/prometheus/prometheus:v2.54.1", "{|HF6017:true|}", "")]
    [InlineData("redis:7.4", "true", ", runAsUser: 999")]
    [InlineData("redis:7.4", "false", "")]
    [InlineData("docker.elastic.co/elasticsearch/elasticsearch:8.17.10", "true", "")] // which names its user by number
    [InlineData("registry.example/redis:7.4", "true", "")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "true", "")] // the variant decides
    [InlineData("mcr.microsoft.com/mssql/server:preview", "true", "")] // of which version is not known
    public Task Users(string image, string nonRoot, string user) => Verify(image, pod: $"securityContext: {{runAsNonRoot: {nonRoot}{user}}}");

    [Theory]
    [InlineData("securityContext: {runAsNonRoot: true}", "securityContext: {runAsUser: 999}")]
    [InlineData("securityContext: {runAsNonRoot: true}", "securityContext: {runAsNonRoot: false}")]
    public Task UsersOfContainers(string pod, string container) => Verify("redis:7.4", pod: pod, fields: container);

    [Theory]
    [InlineData("{|HF3013:jenkins/jenkins:2.479.1-lts|}", "")]
    [InlineData("{|HF3013:docker.elastic.co/elasticsearch/elasticsearch:8.17.10|}", "")]
    [InlineData("jenkins/jenkins:2.479.1-lts", "securityContext: {fsGroup: 1000}")]
    [InlineData("jenkins/jenkins:2.479.1-lts", "securityContext: {runAsUser: 0}")]
    [InlineData("jenkins/jenkins:2.479.1-lts", "initContainers: [{name: own, image: 'busybox:1.36', command: [chown, -R, '1000', /var/jenkins_home]}]")]
    [InlineData("redis:7.4", "")]
    public Task GroupsOfClaims(string image, string pod) => Verify(image, claims: true, mounts: "{name: data, mountPath: /var/jenkins_home}", pod: pod, watch: "HF3013");

    [Theory]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:7.0", "{|HF6018:true|}", "")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "{|HF6018:true|}", "")]
    [InlineData("registry.example/app:1.0", "{|HF6018:true|}", "command: [dotnet, /app/App.dll]")]
    [InlineData("registry.example/app:1.0", "{|HF6018:true|}", "env: [{name: DOTNET_gcServer, value: '1'}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:7.0", "false", "")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:7.0", "true", "env: [{name: DOTNET_EnableDiagnostics, value: '0'}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:7.0", "true", "env: [{name: TMPDIR, value: /data}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:7.0", "true", "envFrom: [{secretRef: {name: app}}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:7.0", "true", "volumeMounts: [{name: tmp, mountPath: /tmp/}]")]
    [InlineData("registry.example/app:1.0", "true", "env: [{name: PATH, value: /dotnet}]")]
    public Task ReadOnlyRoots(string image, string isReadOnly, string fields) => Verify(
        image, fields: $"securityContext: {{readOnlyRootFilesystem: {isReadOnly}}}{(fields.Length > 0 ? ", " + fields : fields)}", volumes: "{name: tmp, emptyDir: {}}", watch: "HF6018");

    [Theory]
    [InlineData("2Gi", "{|HF6019:-Xms512m -Xmx2g|}")]
    [InlineData("2G", "{|HF6019:-Xmx2g|}")]
    [InlineData("2Gi", "{|HF6019:-Xmx1g -Xmx3G|}")] // the last one counts
    [InlineData("2Gi", "{|HF6019:-XX:+UseG1GC -XX:MaxHeapSize=2147483648|}")]
    [InlineData("2Gi", "{|HF6019:-Xmx2097152k|}")]
    [InlineData("2Gi", "{|HF6019:-XX:MaxRAMPercentage=100|}")]
    [InlineData("2Gi", "{|HF6019:-XX:+UseG1GC -XX:MaxRAMPercentage=100.0|}")]
    [InlineData("2Gi", "-XX:MaxRAMPercentage=75.0")]
    [InlineData("2Gi", "-XX:MaxRAMPercentage=100 -Xmx1g")] // the size counts
    [InlineData("2Gi", "-Xmx3g -Xmx1g")]
    [InlineData("2Gi", "-Xmx2047m")]
    [InlineData("2Gi", "-Xmx")]
    [InlineData("2Gi", "-Xmx${HEAP}g")]
    [InlineData("2Gi", "-DXmx=-Dno-Xmx4g")]
    [InlineData("2Gi", "-Xmx4gb")] // which java refuses
    public Task Heaps(string limit, string options) => Verify("registry.example/broker:1.0", fields: $"env: [{{name: KAFKA_HEAP_OPTS, value: '{options}'}}], resources: {{limits: {{memory: {limit}}}}}");

    [Theory]
    [InlineData("SOLR_HEAP", "{|HF6019:2g|}")]
    [InlineData("SOLR_HEAP", "{|HF6019:4096m|}")]
    [InlineData("SOLR_HEAP", "1g")]
    [InlineData("SOLR_HEAP", "most of it")]
    [InlineData("APP_HEAP", "2g")] // no option of Java
    public Task HeapOfSolr(string variable, string value) => Verify("solr:9.7.0", fields: $"env: [{{name: {variable}, value: {value}}}], resources: {{limits: {{memory: 2Gi}}}}");

    [Theory]
    [InlineData("args: [java, '{|HF6019:-Xmx4g|}', -jar, app.jar]")]
    [InlineData("command: [sh, -c, '{|HF6019:exec java -Xmx4g -jar app.jar|}']")]
    public Task HeapsOfArguments(string fields) => Verify("registry.example/broker:1.0", fields: fields + ", resources: {limits: {memory: 2Gi}}");

    [Theory]
    [InlineData("{|HF6020:confluentinc/cp-kafka:7.6.1|}", "kafka", "")]
    [InlineData("{|HF6020:confluentinc/cp-schema-registry:7.6.1|}", "schema-registry", "")]
    [InlineData("confluentinc/cp-kafka:7.6.1", "kafka", "clusterIP: None")] // which has no variables
    [InlineData("confluentinc/cp-kafka:7.6.1", "kafka-broker", "")]
    [InlineData("confluentinc/cp-kafka:7.6.1", "schema-registry", "")]
    [InlineData("registry.example/kafka:7.6.1", "kafka", "")]
    public Task Links(string image, string service, string fields) => Verify(image, objects: Service(service, fields));

    [Theory]
    [InlineData("enableServiceLinks: false", "")]
    [InlineData("", "env: [{name: KAFKA_PORT, value: ''}]")]
    [InlineData("", "command: [sh, -c, 'unset KAFKA_PORT; exec /etc/confluent/docker/run']")]
    public Task LinksThatDoNotMatter(string pod, string fields) => Verify("confluentinc/cp-kafka:7.6.1", pod: pod, fields: fields, objects: Service("kafka", ""));

    [Fact]
    public Task LinksThatAreAskedFor() => Verify("confluentinc/cp-kafka:7.6.1", pod: "enableServiceLinks: {|HF6020:true|}", objects: Service("kafka", ""));

    [Fact]
    public Task LinksOfAnotherNamespace() => Verify("confluentinc/cp-kafka:7.6.1", objects: Service("kafka", "").Replace("{name: kafka}", "{name: kafka, namespace: elsewhere}", StringComparison.Ordinal));

    [Theory]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "ports: [{containerPort: {|HF5026:80|}}]")]
    [InlineData("registry.example/app:1.0", "ports: [{containerPort: {|HF5026:80|}}], env: [{name: ASPNETCORE_HTTP_PORTS, value: '8080'}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:7.0", "ports: [{containerPort: 80}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "ports: [{containerPort: 8080}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "ports: [{containerPort: 80}], env: [{name: ASPNETCORE_HTTP_PORTS, value: '80'}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "ports: [{containerPort: 80}], env: [{name: ASPNETCORE_HTTP_PORTS, value: 8080;80}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "ports: [{containerPort: 80}], env: [{name: ASPNETCORE_URLS, value: 'http://+'}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "ports: [{containerPort: 80}], env: [{name: Kestrel__Endpoints__Http__Url, value: 'http://*:80'}]")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "ports: [{containerPort: 80}], args: [App.dll, --urls, 'http://*:80']")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0", "ports: [{containerPort: 80}], envFrom: [{configMapRef: {name: app}}]")]
    [InlineData("mcr.microsoft.com/dotnet/runtime:8.0", "ports: [{containerPort: 80}]")]
    [InlineData("nginx:1.27", "ports: [{containerPort: 80}]")]
    public Task Ports(string image, string fields) => Verify(image, fields: fields);

    /// <summary>Every row can be read, has a source, and is the one that its names lead to.</summary>
    [Fact]
    public void TheTableIsInOrder()
    {
        Assert.NotEmpty(KnownImages.All);
        Assert.All(KnownImages.All, static image =>
        {
            Assert.Matches("^https://[a-z]+[.][a-z.]+/.+$", image.Source);
            Assert.All(image.Volumes.Append(image.DataPath ?? "/").Append(image.OldDataPath ?? "/"), static path => Assert.StartsWith("/", path, StringComparison.Ordinal));
            Assert.True(ImageReference.TryParse($"{image.Name}:{image.Versions.From ?? (image.Versions.Below ?? 1) - 1}", out ImageReference? reference), image.Name);
            Assert.NotNull(KnownImages.Find(reference));
        });
    }

    private static string Service(string name, string fields) => $$"""
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: {{name}}}
        spec: { {{(fields.Length > 0 ? fields + ", " : fields)}}selector: {app: app}, ports: [{name: tcp, port: 9092}]}
        """;

    private static async Task Verify(
        string image, bool claims = false, string mounts = "", string fields = "", string pod = "", string volumes = "", string objects = "", string? watch = null)
    {
        string template = claims ? "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]" : "podManagementPolicy: Parallel";
        string text = $$$"""
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: app}
            spec:
              serviceName: app
              selector: {matchLabels: {app: app}}
              {{{template}}}
              template:
                metadata: {labels: {app: app}}
                spec:
                  volumes: [{{{volumes}}}]
                  {{{pod}}}
                  containers:
                  - {name: app, image: {{{image}}}{{{Then(mounts.Length > 0 ? $"volumeMounts: [{mounts}]" : "")}}}{{{Then(fields)}}} }
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: app}
            spec: {clusterIP: None, selector: {app: app}, ports: [{name: own, port: 1}]}
            {{{objects}}}
            """;
        var run = new ManifestRun().File("k8s/app.yaml", System.Text.RegularExpressions.Regex.Replace(text, @"'\{\|(HF\d+):([^']*)\|\}'", "{|$1:'$2'|}").TrimEnd());
        if (watch is not null && !text.Contains("{|" + watch, StringComparison.Ordinal))
        {
            Assert.DoesNotContain(await run.RunAsync(), diagnostic => diagnostic.Id == watch);
        }

        await run.VerifyAsync();

        static string Then(string more) => more.Length > 0 ? ", " + more : more;
    }
}
