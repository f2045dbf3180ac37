using Holdfast.Tests.Shared;
using k8s.Models;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Other applications' addresses: the environment and the code have the same text, made of the other type's names.</summary>
public class AddressTests
{
    private const string Postgres = """
        using Holdfast;
        [StatefulApp("postgres", Replicas = 3, OrdinalStart = 1)]
        [Container("postgres:17")]
        public sealed partial class Postgres
        {
            [Port(5432)] public static partial ServicePort Sql { get; }
            [Port(8008, ServicePort = 80)] public static partial ServicePort Rest { get; }
            [ClientService] public static partial Service Primary { get; }
            [ClientService(Name = "patroni", Ports = new[] { nameof(Rest) })] public static partial Service Api { get; }
            [PeerList(Each = "{name}={host}:{Sql}", Separator = ";")] public static partial string Nodes { get; }

            [Sidecar("exporter:1")]
            public static partial class Exporter
            {
                [Port(9187)] public static partial ServicePort Scrape { get; }
                [ClientService] public static partial Service Metrics { get; }
            }
        }
        """;

    [Theory]
    [InlineData("postgres://{Primary:Sql}/orders", "postgres://postgres-primary:5432/orders")]
    [InlineData("{Primary}", "postgres-primary")]
    [InlineData("{Api:Rest}", "patroni:80")]
    [InlineData("{ Primary : Rest }", "postgres-primary:80")]
    [InlineData("{Metrics:Scrape}", "postgres-metrics:9187")]
    [InlineData("{Sql}/{Rest}/{Scrape}", "5432/8008/9187")]
    [InlineData("{Nodes}", "postgres-1=postgres-1.postgres:5432;postgres-2=postgres-2.postgres:5432;postgres-3=postgres-3.postgres:5432")]
    [InlineData("{first:Rest}", "postgres-1.postgres:8008")]
    [InlineData("{first}", "postgres-1.postgres")]
    [InlineData("{pods:Sql}", "postgres-1.postgres:5432,postgres-2.postgres:5432,postgres-3.postgres:5432")]
    [InlineData("{pods}", "postgres-1.postgres,postgres-2.postgres,postgres-3.postgres")]
    [InlineData("{{Primary}}", "{Primary}")]
    [InlineData("postgres://u:$(PASSWORD)@{Primary:Sql}", "postgres://u:$(PASSWORD)@postgres-primary:5432")]
    [InlineData("", "")]
    public void EveryPlaceholder(string text, string expected) => Expect(expected, Manifest(Postgres, text));

    [Theory]
    [InlineData("", "", "postgres-primary:5432", "postgres-1.postgres:5432")]
    [InlineData("", ", Namespace = \"shop\"", "postgres-primary:5432", "postgres-1.postgres:5432")]
    [InlineData(", Namespace = \"shop\"", ", Namespace = \"shop\"", "postgres-primary:5432", "postgres-1.postgres:5432")]
    [InlineData(", Namespace = \"data\"", ", Namespace = \"shop\"", "postgres-primary.data.svc.cluster.local:5432", "postgres-1.postgres.data.svc.cluster.local:5432")]
    [InlineData(", Namespace = \"data\"", "", "postgres-primary.data.svc.cluster.local:5432", "postgres-1.postgres.data.svc.cluster.local:5432")]
    [InlineData(", Namespace = \"data\", ClusterDomain = \"corp.example\"", "", "postgres-primary.data.svc.corp.example:5432", "postgres-1.postgres.data.svc.corp.example:5432")]
    [InlineData(", Namespace = \"data\"", ", Namespace = \"shop\", ClusterDomain = \"corp.example\"", "postgres-primary.data.svc.corp.example:5432", "postgres-1.postgres.data.svc.corp.example:5432")]
    public void HostsAreAsLongAsTheyMustBe(string target, string own, string service, string first) => Expect(
        service + " " + first,
        Manifest(Postgres.Replace(", OrdinalStart = 1", ", OrdinalStart = 1" + target, StringComparison.Ordinal), "{Primary:Sql} {first:Sql}", own));

    [Fact]
    public void StatelessAndStatefulAppsReferToEachOther()
    {
        string[] sources =
        [
            """
            using Holdfast;
            [StatelessApp("web")] [Container("web:1")] [Env("PASSWORD", Secret = "db", Key = "password")]
            public partial class Web
            {
                [Port(8080, ServicePort = 80)] public static partial ServicePort Http { get; }
                [ClientService] public static partial Service Front { get; }
                [AddressOf(typeof(Orders), $"http://{{{nameof(Orders.Api)}:{nameof(Orders.Http)}}}", Env = "ORDERS")] public static partial string Orders_ { get; }
                [AddressOf(typeof(Web), "{Front:Http}")] public static partial string Self { get; }

                [Sidecar("side:1")] public static partial class Side
                {
                    [AddressOf(typeof(Orders), "{pods:Http}", Env = "ALL")] internal static partial string All { get; }
                }
            }
            """,
            """
            using Holdfast;
            [StatefulApp("orders", Replicas = 2)] [Container("orders:1")]
            public partial class Orders
            {
                [Port(9090)] public static partial ServicePort Http { get; }
                [ClientService] public static partial Service Api { get; }
                [AddressOf(typeof(Web), "http://{Front:Http}/", Env = "WEB")] public static partial string Web_ { get; }
            }
            """,
        ];
        EmittedManifest web = EmittedManifest.Of("Web", sources);
        V1PodSpec pod = web.Deployment.Spec.Template.Spec;
        Assert.Equal(["POD_NAME", "POD_NAMESPACE", "PASSWORD", "ORDERS"], pod.Containers[0].Env.Select(variable => variable.Name));
        Assert.Equal("http://orders-api:9090", pod.Containers[0].Env[3].Value);
        Assert.Equal("http://orders-api:9090", web.Member<string>("Orders_"));
        Assert.Equal("web-front:80", web.Member<string>("Self"));
        Assert.Equal("orders-0.orders:9090,orders-1.orders:9090", pod.InitContainers[0].Env.Single(variable => variable.Name == "ALL").Value);
        EmittedManifest orders = EmittedManifest.Of("Orders", sources);
        Assert.Equal("http://web-front:80/", orders.Container.Env.Single(variable => variable.Name == "WEB").Value);
    }

    [Fact]
    public void AVariableOfTheUsersOwnTakesItsPlace()
    {
        EmittedManifest manifest = Manifest(Postgres, "{Primary}", attributes: "[Env(\"DATABASE\", \"localhost\")]");
        Assert.Equal("localhost", manifest.Container.Env.Single(variable => variable.Name == "DATABASE").Value);
        Assert.Equal("postgres-primary", manifest.Member<string>("Database"));
    }

    [Fact]
    public void AReferencedProjectIsReadFromItsMetadata()
    {
        Compilation library = GeneratorRun.Of(Compilations.Create(Postgres).WithAssemblyName("Library")).Compilation;
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(Orders("{Primary:Sql} {Api:Rest} {Nodes} {Metrics:Scrape} {first}", "", ""))
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray())));
        Assert.Empty(run.Problems);
        Assert.Contains(
            "=> \"postgres-primary:5432 patroni:80 postgres-1=postgres-1.postgres:5432;postgres-2=postgres-2.postgres:5432;postgres-3=postgres-3.postgres:5432 postgres-metrics:9187 postgres-1.postgres\";",
            Assert.Single(run.Sources).SourceText.ToString(),
            StringComparison.Ordinal);
    }

    private static void Expect(string expected, EmittedManifest manifest)
    {
        Assert.Equal(expected, manifest.Member<string>("Database"));
        Assert.Equal(expected, manifest.StatefulSet.Spec.Template.Spec.Containers[0].Env.Single(variable => variable.Name == "DATABASE").Value ?? "");
    }

    private static EmittedManifest Manifest(string target, string text, string arguments = "", string attributes = "") =>
        EmittedManifest.Of("Orders", target, Orders(text, arguments, attributes));

    private static string Orders(string text, string arguments, string attributes) => $$"""
        using Holdfast;
        [StatefulApp("orders"{{arguments}})] [Container("orders:1")] {{attributes}}
        public sealed partial class Orders
        {
            [AddressOf(typeof(Postgres), "{{text}}", Env = "DATABASE")] public static partial string Database { get; }
        }
        """;
}
