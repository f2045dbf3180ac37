using Holdfast.Analyzers.Tests.Objects;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Manifests, declared types and names that refer to objects which code makes with KubernetesClient.</summary>
public class ManifestAndCodeTests
{
    /// <summary>With a Service among the manifests, one that is not there is missing.</summary>
    private static readonly string Set = Manifest.StatefulSet("orders") + "---\n" + Manifest.Service("others", "others");

    private static readonly string Headless = Service("Metadata = new() { Name = \"orders\" }, ");

    [Fact]
    public Task AServiceOfCodeGovernsASetOfAManifest() => Run(Headless)
        .File("k8s/orders.yaml", Set)
        .VerifyAsync();

    [Fact]
    public Task ButNotOneOfAnotherName() => Run(Service("Metadata = new() { Name = \"ordres\" }, "))
        .File("k8s/orders.yaml", Manifest.StatefulSet("orders", serviceName: "{|HF1002:orders|}"))
        .VerifyAsync();

    [Fact]
    public Task WhereANameIsComputedNothingIsMissing() => Run(Service("Metadata = new() { Name = Environment.MachineName }, "))
        .File("k8s/orders.yaml", Set)
        .VerifyAsync();

    /// <summary>The class's name need not be in the file that makes the object.</summary>
    [Theory]
    [InlineData("partial class Operator { void Make() { _service = new() { Metadata = new() { Name = \"orders\" }, Spec = new() { ClusterIP = \"None\", Selector = new System.Collections.Generic.Dictionary<string, string> { [\"app\"] = \"orders\" } } }; } }", "partial class Operator { k8s.Models.V1Service _service = null!; }")]
    [InlineData("class A() : B(new k8s.Models.V1Service { Metadata = new() { Name = \"orders\" }, Spec = new() { ClusterIP = \"None\", Selector = new System.Collections.Generic.Dictionary<string, string> { [\"app\"] = \"orders\" } } }) { }", "class B(object o) { public object O => o; }")]
    [InlineData("class A { object o = new Governing { Metadata = new() { Name = \"orders\" }, Spec = new() { ClusterIP = \"None\", Selector = new System.Collections.Generic.Dictionary<string, string> { [\"app\"] = \"orders\" } } }; }", "global using Governing = k8s.Models.V1Service;")]
    public Task WhereverCodeMakesIt(string making, string other) => Run(making, other)
        .File("k8s/orders.yaml", Set)
        .VerifyAsync();

    [Fact]
    public Task AServiceOfCodeGovernsADeclaredType() => Run(
            Headless.Replace("[\"app\"]", "[\"app.kubernetes.io/name\"]", StringComparison.Ordinal).Replace("ClusterIP", "PublishNotReadyAddresses = true, ClusterIP", StringComparison.Ordinal),
            """
            using Holdfast;
            [StatefulApp("orders", Replicas = 3, ServiceName = "orders")]
            [Container("orders:1.0")]
            [PodAffinity(typeof(Orders))]
            public sealed partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [PeerList(Env = "PEERS")] public static partial string Peers { get; }
            }
            """)
        .VerifyAsync();

    [Theory]
    [InlineData("orders-3.orders:8080", true)]
    [InlineData("orders-2.orders:8080", false)]
    public async Task ASetOfCodeIsKnownWhereItsPodsAreNamed(string name, bool isWrong)
    {
        IEnumerable<string> found = (await Run(
            Headless,
            KubernetesCode.Usings + """
            class Sets
            {
                V1StatefulSet Make() => new()
                {
                    Metadata = new() { Name = "orders" },
                    Spec = new()
                    {
                        ServiceName = "orders",
                        Replicas = 3,
                        Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } },
                        Template = new()
                        {
                            Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders" } },
                            Spec = new() { Containers = [new() { Name = "orders", Image = "orders:1.0" }] },
                        },
                    },
                };
            }
            """,
            $"class Client {{ string Address => \"http://{name}\"; }}").RunAsync()).Select(static diagnostic => diagnostic.Id);
        Assert.Equal(isWrong, found.Contains("HF2005"));
    }

    [Theory]
    [InlineData("ReplicaSet", "apps/v1", 3, true)]
    [InlineData("ReplicaSet", "apps/v1", 1, false)]
    [InlineData("ReplicationController", "v1", 3, true)]
    [InlineData("ReplicationController", "v1", 1, false)]
    public async Task PodsOfOtherKindsShareAClaim(string kind, string apiVersion, int replicas, bool isWrong)
    {
        string selector = kind == "ReplicaSet" ? "{matchLabels: {app: web}}" : "{app: web}";
        IEnumerable<string> ids = await new ManifestRun()
            .File("k8s/web.yaml", $$"""
                apiVersion: {{apiVersion}}
                kind: {{kind}}
                metadata:
                  name: web
                spec:
                  replicas: {{replicas}}
                  selector: {{selector}}
                  template:
                    metadata:
                      labels: {app: web}
                    spec:
                      containers:
                      - name: web
                        image: web:1.0
                        volumeMounts: [{name: data, mountPath: /data}]
                      volumes:
                      - name: data
                        persistentVolumeClaim: {claimName: data}
                ---
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: data
                spec:
                  accessModes: [ReadWriteOnce]
                  resources:
                    requests: {storage: 1Gi}
                """)
            .IdsAsync();
        Assert.Equal(isWrong, ids.Any(static id => id.EndsWith("HF3002", StringComparison.Ordinal)));
    }

    private static ManifestRun Run(params string[] sources) =>
        sources.Aggregate(new ManifestRun().Reference(KubernetesCode.Reference), static (run, source) => run.Source(source));

    private static string Service(string metadata) => KubernetesCode.Usings + $$"""
        class Services
        {
            V1Service Make() => new()
            {
                {{metadata}}
                Spec = new() { ClusterIP = "None", Selector = new Dictionary<string, string> { ["app"] = "orders" }, Ports = [new() { Name = "http", Port = 8080 }] },
            };
        }
        """;
}
