using System.Collections.Immutable;
using Holdfast.Analyzers.Tests.Corpus;
using Holdfast.Analyzers.Tests.Manifests;
using Holdfast.Engine.Composing;
using Holdfast.Tests.Shared;
using k8s;
using k8s.Models;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Typed;

/// <summary>Typed objects and YAML say the same. Every other test of manifests checks it, too: see <see cref="EmittedManifest"/>.</summary>
public class TypedObjectTests
{
    public static IEnumerable<TheoryDataRow<string>> Declarations => CorpusDeclarations.Names.Select(static name => new TheoryDataRow<string>(name));

    /// <summary>The samples that declare an application: its type, and the files that it needs.</summary>
    public static TheoryData<string, string[]> Samples => new()
    {
        { "ZooKeeper", ["ZooKeeper/ZooKeeper.cs"] },
        { "PostgreSql", ["PostgreSql/PostgreSql.cs"] },
        { "Kafka", ["Kafka/Kafka.cs"] },
        { "Nats", ["Nats/Nats.cs"] },
        { "RabbitMq", ["RabbitMq/RabbitMq.cs"] },
        { "Redis", ["Redis/Redis.cs"] },
        { "Holdfast.Samples.Ledger.Ledger", ["Ledger/Ledger.cs", "Ledger/Routes.cs"] },
        { "Holdfast.Samples.AkkaCluster.Workers", ["AkkaCluster/Workers.cs"] },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void OfTheCorpus(string name)
    {
        CorpusCase item = CorpusCases.Declared.First(item => item.Declaration == name);
        (string[] sources, ImmutableArray<ProjectText> files) = CorpusDeclarations.Project(item);
        EmittedManifest manifest = EmittedManifest.Of(name, files, sources);
        Assert.Contains(manifest.Typed!, static item => item is V1StatefulSet);
        TypedObjects.AssertEqualToYaml(manifest.Type, manifest.Yaml);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void OfTheSamples(string typeName, string[] files)
    {
        EmittedManifest manifest = EmittedManifest.Of(
            typeName,
            [.. files.Select(static file => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples", file)))]);
        Assert.Contains(manifest.Typed!, static item => item is V1StatefulSet);
        TypedObjects.AssertEqualToYaml(manifest.Type, manifest.Yaml);
    }

    [Fact]
    public void EveryKindOfObjectHasAMember()
    {
        EmittedManifest manifest = EmittedManifest.Of("Shop.Orders", """
            using Holdfast;
            namespace Shop;
            [StatefulApp("orders", Replicas = 2)]
            [Container("orders:1.0")]
            [ServiceAccount(Create = true)]
            [DisruptionBudget(MaxUnavailable = 1)]
            [NetworkPolicy]
            [ConfigMapEntry("own", "1")]
            [ConfigMapEntry("other", "2", ConfigMap = "orders-2.scripts")]
            [ConfigMapEntry("other", "2", ConfigMap = "2nd")]
            [Autoscaler(2, 5)]
            public sealed partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [ClientService] public static partial Service Front { get; }
                [ClientService(Name = "orders-back")] public static partial Service BackService { get; }
                [ClientService(Name = "orders-h")] public static partial Service Headless { get; }
                [ReplicaService(Name = "orders-each")] public static partial ReplicaServices Each { get; }

                [Sidecar("side:1")]
                public static partial class Side
                {
                    [Port(9000)] public static partial ServicePort Status { get; }
                    [ClientService(Name = "orders-side")] public static partial Service Front { get; }
                }
            }
            """);
        Assert.Equal(
            [
                "V1ServiceAccount ServiceAccount",
                "V1ConfigMap _2ndConfigMap",
                "V1ConfigMap Orders2ScriptsConfigMap",
                "V1ConfigMap ConfigMap",
                "V1Service HeadlessService",
                "V1Service FrontService",
                "V1Service BackService",
                "V1Service HeadlessService2",
                "IReadOnlyList`1 EachServices",
                "V1Service SideFrontService",
                "V1PodDisruptionBudget DisruptionBudget",
                "V1NetworkPolicy NetworkPolicy",
                "V1StatefulSet StatefulSet",
                "V2HorizontalPodAutoscaler Autoscaler",
                "IReadOnlyList`1 All",
            ],
            Members(manifest));
        Assert.Equal(15, manifest.Typed!.Count);
    }

    [Fact]
    public void AnApplicationWithoutPodsHasTheSameMembers()
    {
        const string source = """
            using Holdfast;
            [StatefulApp("orders")] [Container("orders:1.0")]
            public sealed partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [ReplicaService] public static partial ReplicaServices Each { get; }
            }
            """;
        EmittedManifest none = EmittedManifest.Of("Orders", new Dictionary<string, string> { ["HoldfastReplicas"] = "0" }, source);
        Assert.Equal(Members(EmittedManifest.Of("Orders", source)), Members(none));
        Assert.Equal(["V1Service", "V1StatefulSet"], none.Typed!.Select(static item => item.GetType().Name));
    }

    [Fact]
    public void OfAStatelessApp()
    {
        EmittedManifest manifest = EmittedManifest.Of("Web", """
            using Holdfast;
            [StatelessApp("web", Replicas = 2)] [Container("web:1.0")]
            public sealed partial class Web { [Port(8080)] public static partial ServicePort Http { get; } }
            """);
        Assert.Equal(["V1Deployment Deployment", "IReadOnlyList`1 All"], Members(manifest));
    }

    /// <summary>Types that no attribute says, in the words of Kubernetes.</summary>
    [Fact]
    public void WhatAPatchSays()
    {
        EmittedManifest manifest = EmittedManifest.Of("Orders", """"
            using Holdfast;
            [StatefulApp("orders")] [Container("orders:1.0")] [ConfigMapEntry("a", "b")]
            [Patch("""
                metadata:
                  creationTimestamp: "2026-01-31T12:30:15Z"
                  ownerReferences:
                  - {apiVersion: v1, kind: A, name: owner, uid: u1, controller: yes}
                spec:
                  template:
                    spec:
                      activeDeadlineSeconds: 5000000000
                      overhead: {cpu: 0.5, memory: 1.5Gi}
                      securityContext:
                        supplementalGroups: [1, 2]
                      volumes:
                      - name: nothing
                        emptyDir: {}
                      - name: text
                        nfs: {server: "\U0001F600 \"q\" \\ \0\u2028", path: /, readOnly: true}
                      containers:
                      - name: orders
                        restartPolicyRules:
                        - {action: Restart, exitCodes: {operator: In, values: [1, 2]}}
                        livenessProbe:
                          httpGet: {port: http, path: ""}
                        readinessProbe:
                          httpGet: {port: 8080, path: "<"}
                      nodeSelector: {}
                      tolerations: []
                """)]
            [Patch("""
                kind: ConfigMap
                binaryData: {bytes: AAEC/w==}
                """)]
            public sealed partial class Orders { [Port(8080)] public static partial ServicePort Http { get; } }
            """");
        V1StatefulSet set = manifest.Typed!.OfType<V1StatefulSet>().Single();
        Assert.Equal(new DateTime(2026, 1, 31, 12, 30, 15, DateTimeKind.Utc), set.Metadata.CreationTimestamp);
        Assert.Equal([0, 1, 2, 255], manifest.Typed!.OfType<V1ConfigMap>().Single().BinaryData["bytes"]);
        TypedObjects.AssertEqualToYaml(manifest.Type, manifest.Yaml);
    }

    [Fact]
    public void MembersAreDocumented()
    {
        string text = Assert.Single(ClientReference.Run("""
            using Holdfast;
            [StatefulApp("orders", Replicas = 3)] [Container("orders:1.0")]
            public sealed partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [ReplicaService] public static partial ReplicaServices Each { get; }
            }
            """).Sources).SourceText.ToString();
        Assert.Contains("/// <summary>The StatefulSet orders. Each call makes a new one.</summary>", text, StringComparison.Ordinal);
        Assert.Contains("/// <summary>A Service for each pod: orders-0 to orders-2. Each call makes new ones.</summary>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ASmallApp()
    {
        GeneratorRun run = ClientReference.Run("""
            using Holdfast;
            namespace Shop;
            [StatefulApp("orders", Replicas = 2)]
            [Container("orders:1.0")]
            [Resources(CpuRequest = "500m", MemoryLimit = "1Gi")]
            [ReadinessProbe(HttpPath = "/ready", Port = nameof(Http))]
            public sealed partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [VolumeClaim("10Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
                [ReplicaService] public static partial ReplicaServices Each { get; }
            }
            """);
        Assert.Empty(run.Problems);
        Snapshot.MatchSources(run.Sources.Select(static source => (source.HintName, source.SourceText.ToString())));
    }

    [Theory]
    [InlineData("[StatefulApp(\"orders\", Replicas = )]")]
    [InlineData("[StatefulApp(\"a b\\n\\\"\")]")]
    [InlineData("[StatefulApp(Missing.Name)] [ServiceAccount(Missing.Name, Create = true)]")]
    [InlineData("[StatefulApp(\"orders\")] [Label(Missing.Name, \"a\")] [Label(\"a\", Missing.Name)] [Env(\"A\", Missing.Name)]")]
    [InlineData("[StatefulApp(\"orders\")] [Env(\"A\", \"1\")] [Env(\"A\", \"2\")] [Label(\"a\", \"1\")] [Label(\"a\", \"2\")]")]
    [InlineData("[StatefulApp(\"orders\")] [Resources(MemoryLimit = Missing.Name, CpuRequest = \"1GB\")]")]
    [InlineData("[StatefulApp(\"orders\")] [ConfigMapEntry(\"a\", \"b\", ConfigMap = \"\")] [ConfigMapEntry(\"a\", \"b\", ConfigMap = \"--\")]")]
    [InlineData("[StatefulApp(\"orders\")] [Patch(\"spec: {replicas: })]")]
    [InlineData("[StatelessApp(\"orders\", Replicas = -5, MaxSurge = )]")]
    public void WhileYouTypeWhatIsGeneratedCompiles(string attributes)
    {
        GeneratorRun run = ClientReference.Run($$"""
            using Holdfast;
            {{attributes}}
            public partial class Orders
            {
                [Port(8080)] public static partial ServicePort Http { get; }
                [ClientService(Name = Missing.Name)] public static partial Service Front { get; }
                [ClientService(Name =)] public static partial Service Headless { get; }
                [VolumeClaim("10GB", MountPath = ] public static partial ClaimTemplate Data { get; }
            }
            """);
        Assert.Null(run.Result.Exception);
        SyntaxTree generated = Assert.Single(run.Result.GeneratedSources).SyntaxTree;
        Assert.DoesNotContain(
            run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            problem => problem.Location.SourceTree == generated && problem.Severity == DiagnosticSeverity.Error && problem.Id is not ("CS9248" or "CS9250" or "CS9249"));
        Assert.Contains(" All\n", generated.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Members(EmittedManifest manifest) => manifest.Type.GetNestedType("Manifests")!.GetProperties()
        .Where(static property => property.Name != ManifestMembers.Prerequisites)
        .Select(static property => $"{property.PropertyType.Name} {property.Name}");
}
