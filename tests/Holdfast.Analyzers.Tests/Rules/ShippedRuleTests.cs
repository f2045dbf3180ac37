using System.Collections.Immutable;
using Holdfast.Analyzers.Tests.Files;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What is declared is compared with the last release.</summary>
[HomeOf("HF4001", "HF4002", "HF4003", "HF4004", "HF4008", "HF4009")]
public class ShippedRuleTests
{
    private const string Plain = "\"orders\", Replicas = 3";

    private const string Data = "[VolumeClaim(\"10Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }";

    private const string Log = "[VolumeClaim(\"1Gi\", MountPath = \"/log\")] public static partial ClaimTemplate Log { get; }";

    [Theory]

    // serviceName, podManagementPolicy
    [InlineData(Plain, "\"orders\", Replicas = 3, ServiceName = {|HF4001:\"peers\"|}")]
    [InlineData("\"orders\", Replicas = 3, ServiceName = \"\"", "{|HF4001:\"orders\"|}, Replicas = 3")]
    [InlineData(Plain, "\"orders\", Replicas = 3, PodManagementPolicy = {|HF4001:PodManagementPolicy.Parallel|}")]
    [InlineData("\"orders\", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel", "{|HF4001:\"orders\"|}, Replicas = 3")]
    [InlineData(Plain, "\"orders\", Replicas = 3, PodManagementPolicy = PodManagementPolicy.OrderedReady")]

    // What may be changed.
    [InlineData(Plain, "\"orders\", Replicas = 5, MinReadySeconds = 5, RevisionHistoryLimit = 2, UpdateStrategy = UpdateStrategy.OnDelete, TerminationGracePeriodSeconds = 60")]
    [InlineData(Plain, "\"orders\"")]

    // Numbers.
    [InlineData(Plain, "\"orders\", Replicas = 3, OrdinalStart = {|HF4008:10|}")]
    [InlineData("\"orders\", Replicas = 3, OrdinalStart = 5", "{|HF4008:\"orders\"|}, Replicas = 3")]
    [InlineData("\"orders\", Replicas = 3, OrdinalStart = 5", "\"orders\", Replicas = 5, OrdinalStart = 5")]
    [InlineData(Plain, "\"orders\", Replicas = 3, OrdinalStart = 0")]
    [InlineData(Plain, "\"orders\", Replicas = 0, OrdinalStart = 10")]

    // Another set.
    [InlineData(Plain, "\"ledger\", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel, OrdinalStart = 5", false)]
    [InlineData("\"orders\", Replicas = 3, Namespace = \"shop\"", "\"orders\", Replicas = 3, OrdinalStart = 5, Namespace = {|HF4009:\"store\"|}", false)]
    [InlineData("\"orders\", Replicas = 3, Namespace = \"shop\"", "\"orders\", Replicas = 3, OrdinalStart = {|HF4008:5|}", false)]
    public Task Sets(string before, string now, bool sameImage = true) => Verify(
        Source.App(before, sameImage ? string.Empty : "[Container(\"other:1.0\")]".Insert(0, "//")),
        sameImage ? Source.App(now) : Source.App(now).Replace("orders:1.0", "another:2.0", StringComparison.Ordinal));

    [Theory]
    [InlineData(Data, Data)]
    [InlineData(Data, "[VolumeClaim({|HF4001:\"20Gi\"|}, MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData(Data, "[VolumeClaim({|HF4003:\"5Gi\"|}, MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData(Data, "[VolumeClaim(\"10240Mi\", MountPath = \"/elsewhere\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData(Data, "[VolumeClaim(\"10Gi\", MountPath = \"/data\", StorageClass = {|HF4001:\"fast\"|})] public static partial ClaimTemplate Data { get; }")]
    [InlineData(Data, "[VolumeClaim(\"10Gi\", MountPath = \"/data\", AccessMode = {|HF4001:AccessMode.ReadWriteMany|})] public static partial ClaimTemplate Data { get; }")]
    [InlineData(Data, "[VolumeClaim(\"10Gi\", DevicePath = {|HF4001:\"/dev/xvda\"|})] public static partial ClaimTemplate Data { get; }")]
    [InlineData(Data, "[VolumeClaim(\"10Gi\", MountPath = \"/data\", Name = {|HF4001:\"storage\"|})] public static partial ClaimTemplate Data { get; }")]
    [InlineData(Data, "[VolumeClaim(\"10Gi\", MountPath = \"/data\")] public static partial ClaimTemplate {|HF4001:Storage|} { get; }")]
    [InlineData(Data, "[VolumeClaim(\"10Gi\", MountPath = \"/data\", Name = \"data\")] public static partial ClaimTemplate Storage { get; }")]
    [InlineData(Data, Data + " [VolumeClaim(\"1Gi\", MountPath = \"/log\")] public static partial ClaimTemplate {|HF4001:Log|} { get; }")]
    [InlineData(Data + Log, "[VolumeClaim(\"1Gi\", MountPath = \"/log\")] public static partial ClaimTemplate {|HF4001:Log|} { get; }" + Data)]
    [InlineData("[VolumeClaim(\"10Gi\", MountPath = \"/data\", StorageClass = \"fast\")] public static partial ClaimTemplate Data { get; }", "[VolumeClaim(\"10Gi\", MountPath = \"/data\")] public static partial ClaimTemplate {|HF4001:Data|} { get; }")]
    public Task ClaimTemplates(string before, string now) => Verify(Source.App(members: before), Source.App(members: now));

    [Fact]
    public Task AClaimTemplateThatIsGone() => Verify(
        Source.App(members: Data + Log),
        Source.App("{|HF4001:\"orders\"|}, Replicas = 3", members: Data));

    [Fact]
    public Task LabelsOfClaims() => Verify(
        Source.App(attributes: "[Label(\"tier\", \"gold\", On = ManifestTargets.Claims)]", members: Data),
        Source.App(attributes: "[Label(\"tier\", {|HF4001:\"silver\"|}, On = ManifestTargets.Claims)]", members: Data));

    [Fact]
    public Task SelectorsByPatches() => Verify(
        Source.App(),
        Source.App(attributes: "[Patch(\"spec: {selector: {matchLabels: {tier: {|HF4001:gold|}}}, template: {metadata: {labels: {tier: gold}}}}\")]"));

    [Fact]
    public Task TheSelectorOfADeployment() => Verify(
        "using Holdfast; [StatelessApp(\"web\", Replicas = 2)] [Container(\"web:1.0\")] public partial class Orders { }",
        "using Holdfast; [StatelessApp(\"web\", Replicas = 2)] [Container(\"web:1.1\")] [Patch(\"spec: {selector: {matchLabels: {tier: {|HF4001:gold|}}}, template: {metadata: {labels: {tier: gold}}}}\")] public partial class Orders { }");

    [Theory]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {selector: {app: a}, ports: [{port: 80}]}}", "{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {clusterIP: {|HF4001:None|}, selector: {app: a}, ports: [{port: 80}]}}")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {clusterIP: None, selector: {app: a}, ports: [{port: 80}]}}", "{apiVersion: v1, kind: Service, metadata: {name: {|HF4001:orders|}}, spec: {selector: {app: a}, ports: [{port: 80}]}}")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {clusterIP: None, selector: {app: a}, ports: [{port: 80}]}}", "{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {clusterIP: None, selector: {app: b}, ports: [{port: 81}]}}")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {clusterIP: None, selector: {app: a}, ports: [{port: 80}]}}", "{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {type: ExternalName, externalName: a.example}}")]
    [InlineData("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}}", "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: {|HF4003:5Gi|}}}}}")]
    [InlineData("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}}", "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 50Gi}}}}")]
    [InlineData("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 10Gi}}}}", "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: {|HF4001:slow|}, resources: {requests: {storage: 10Gi}}}}")]
    [InlineData("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 10Gi}}}}", "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {{|HF4001:accessModes|}: [ReadWriteMany], storageClassName: fast, resources: {requests: {storage: 10Gi}}}}")]
    [InlineData("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 10Gi}}}}", "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}}")]
    [InlineData("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 10Gi}}}}", "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast, volumeAttributesClassName: gold, resources: {requests: {storage: 10Gi}}}}")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, immutable: true, data: {a: x, b: w}}", "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, immutable: true, data: {a: x, b: w}}")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, immutable: true, data: {a: x, b: w}}", "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, immutable: true, data: {a: {|HF4001:z|}, b: w}}")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, immutable: true, data: {a: x, b: w}}", "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, immutable: true, data: {a: x, b: w, c: {|HF4001:z|}}}")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, immutable: true, data: {a: x, b: w}}", "{apiVersion: v1, kind: ConfigMap, metadata: {name: {|HF4001:conf|}}, immutable: true, data: {a: x}}")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {a: x, b: w}}", "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, immutable: true, data: {a: z, b: w}}")]
    public Task OtherObjectsInManifests(string before, string now) => new ManifestRun().File("k8s/a.yaml", now).Shipped("by-hand/k8s/a.yaml", before).VerifyAsync();

    [Theory]
    [InlineData(5, "{|HF4004:1|}", "[Quorum]")]
    [InlineData(5, "3", "[Quorum]")]
    [InlineData(3, "{|HF4004:1|}", "[Quorum]")]
    [InlineData(1, "3", "[Quorum]")]
    [InlineData(5, "1", "")]
    [InlineData(3, "0", "[Quorum]")]
    [InlineData(5, "{|HF4004:1|}", "[Annotation(\"holdfast.dev/quorum\", \"true\", On = ManifestTargets.Workload)]")]
    [InlineData(5, "1", "[Annotation(\"holdfast.dev/quorum\", \"false\", On = ManifestTargets.Workload)]")]
    public Task Quorums(int before, string now, string quorum) => Verify(
        Source.App($"\"orders\", Replicas = {before}", quorum),
        Source.App($"\"orders\", Replicas = {now}", quorum));

    /// <summary>HF5003 says it once, whatever there was before.</summary>
    [Fact]
    public Task AnEvenNumberIsAnotherRules() => Verify(
        Source.App("\"orders\", Replicas = 5", "[Quorum]"),
        Source.App("\"orders\", Replicas = {|HF5003:4|}", "[Quorum]"));

    [Theory]
    [InlineData("orders", "{|HF4002:\"order\"|}")]
    [InlineData("orders", "{|HF4002:\"baskets\"|}")]
    [InlineData("orders", "\"orders\"")]
    public Task ARenamedSet(string before, string now) => Verify(Source.App($"\"{before}\", Replicas = 3"), Source.App($"{now}, Replicas = 3"));

    [Fact]
    public Task ANewSetBesideTheOldOneIsNoRename() => Verify(
        Source.App(),
        Source.App(),
        Source.App("\"order\", Replicas = 3").Replace("class Orders", "class Order", StringComparison.Ordinal));

    [Fact]
    public Task ASetThatIsGoneWithoutASuccessorIsNoRename() => Verify(
        Source.App() + "\n[StatefulApp(\"archive\")] [Container(\"a:1.0\")] public partial class Archive { }",
        "using Holdfast; [StatefulApp(\"search\", Replicas = 3)] [Container(\"s:1.0\")] public partial class Search { }");

    [Theory]
    [InlineData("Namespace = \"shop\"", "Namespace = {|HF4009:\"store\"|}")]
    [InlineData("Namespace = \"shop\"", "Namespace = \"shop\"")]
    [InlineData("Namespace = \"shop\"", "Replicas = 1")] // the one that the manifests are applied to may be the same
    [InlineData("Replicas = 1", "Namespace = \"shop\"")]
    public Task AMovedSet(string before, string now) => Verify(Source.App($"\"orders\", {before}"), Source.App($"\"orders\", {now}"));

    [Fact]
    public Task ASetBesideTheOldOneInAnotherNamespaceIsNoMove() => Verify(
        Source.App("\"orders\", Namespace = \"shop\""),
        Source.App("\"orders\", Namespace = \"shop\""),
        Source.App("\"orders\", Namespace = \"store\"").Replace("class Orders", "class StoreOrders", StringComparison.Ordinal));

    /// <summary>A build for a cluster chooses the namespace there.</summary>
    [Fact]
    public async Task ANamespaceOfTheBuildIsNoMove()
    {
        RuleTest test = RuleTest.With(new Dictionary<string, string> { ["HoldfastNamespace"] = "staging" }, Source.App("\"orders\", Namespace = \"shop\""));
        await test.AddShipped(("orders.yaml", Released.Manifest(Source.App("\"orders\", Namespace = \"shop\"")))).RunAsync();
    }

    [Fact]
    public Task AMovedSetInHandWrittenManifests() => new ManifestRun()
        .File("k8s/orders.yaml", Manifest.StatefulSet("orders").Replace("name: orders\nspec", "name: orders\n  namespace: {|HF4009:store|}\nspec", StringComparison.Ordinal)
            + "---\n" + Manifest.Service("orders", "orders").Replace("name: orders\nspec", "name: orders\n  namespace: store\nspec", StringComparison.Ordinal))
        .Shipped("by-hand/k8s/orders.yaml", Manifest.StatefulSet("orders").Replace("name: orders\nspec", "name: orders\n  namespace: shop\nspec", StringComparison.Ordinal))
        .VerifyAsync();

    /// <summary>What is meant for an environment is compared with what was released for it.</summary>
    [Fact]
    public async Task EachEnvironmentHasItsOwn()
    {
        const string Staging = "[StatefulApp(\"orders\", Replicas = 1, PodManagementPolicy = PodManagementPolicy.Parallel, Environment = \"staging\")]";
        var staging = new Dictionary<string, string> { ["HoldfastEnvironment"] = "staging" };
        string source = Source.App(attributes: Staging);
        string changed = source.Replace("Replicas = 1, PodManagementPolicy = PodManagementPolicy.Parallel", "Replicas = 1, PodManagementPolicy = {|HF4001:PodManagementPolicy.OrderedReady|}", StringComparison.Ordinal);
        (string, string)[] shipped = [("orders.yaml", Released.Manifest(source)), ("staging/orders.yaml", Released.Manifest(staging, source))];
        await Run(source);
        await Run(changed);

        async Task Run(string now)
        {
            var test = new RuleTest();
            test.TestState.Sources.Add(now);
            await test.AddShipped(shipped).RunAsync();
        }
    }

    [Fact]
    public async Task AnEnvironmentThatATypeDoesNotNameIsComparedWithItsOwnRelease()
    {
        RuleTest test = RuleTest.With(
            new Dictionary<string, string> { ["HoldfastEnvironment"] = "production" },
            Source.App("\"orders\", Replicas = 3, PodManagementPolicy = {|HF4001:PodManagementPolicy.Parallel|}"),
            "[Holdfast.StatefulApp(\"search\")] [Holdfast.Container(\"s:1\")] [Holdfast.Label(\"a\", \"b\", Environment = \"production\")] public partial class Search { }");
        await test.AddShipped(("production/orders.yaml", Released.Manifest(Source.App()))).RunAsync();
    }

    [Fact]
    public Task HandWrittenManifests() => new ManifestRun()
        .File("k8s/orders.yaml", Manifest.StatefulSet("orders").Replace("serviceName: orders", "serviceName: {|HF4001:peers|}", StringComparison.Ordinal) + "---\n" + Manifest.Service("peers", "orders"))
        .Shipped("by-hand/k8s/orders.yaml", Manifest.StatefulSet("orders"))
        .VerifyAsync();

    /// <summary>No manifest says that its replicas vote; the annotation does.</summary>
    [Theory]
    [InlineData("\"true\"", "{|HF4004:1|}")]
    [InlineData("\"true\"", "3")]
    [InlineData("\"false\"", "1")]
    public Task QuorumsInHandWrittenManifests(string votes, string now) => new ManifestRun()
        .File("k8s/orders.yaml", Voting(votes).Replace("replicas: 3", "replicas: " + now, StringComparison.Ordinal) + "---\n" + Manifest.Service("orders", "orders"))
        .Shipped("by-hand/k8s/orders.yaml", Voting(votes).Replace("replicas: 3", "replicas: 5", StringComparison.Ordinal))
        .VerifyAsync();

    [Fact]
    public Task ARenamedSetInHandWrittenManifests() => new ManifestRun()
        .File("k8s/orders.yaml", Manifest.StatefulSet("orders2", marked: "{|HF4002:orders2|}") + "---\n" + Manifest.Service("orders2", "orders2"))
        .Shipped("by-hand/k8s/orders.yaml", Manifest.StatefulSet("orders"))
        .VerifyAsync();

    /// <summary>Two clusters have the same set, each with its own settings.</summary>
    [Fact]
    public Task EachFolderIsComparedWithItsOwnRelease() => new ManifestRun()
        .File("k8s/one/orders.yaml", Manifest.StatefulSet("orders").Replace("serviceName: orders", "serviceName: peers", StringComparison.Ordinal) + "---\n" + Manifest.Service("peers", "orders"))
        .File("k8s/two/orders.yaml", Manifest.StatefulSet("orders").Replace("serviceName: orders", "serviceName: {|HF4001:peers|}", StringComparison.Ordinal) + "---\n" + Manifest.Service("peers", "orders"))
        .Shipped("by-hand/k8s/one/orders.yaml", Manifest.StatefulSet("orders").Replace("serviceName: orders", "serviceName: peers", StringComparison.Ordinal))
        .Shipped("by-hand/k8s/two/orders.yaml", Manifest.StatefulSet("orders"))
        .VerifyAsync();

    /// <summary>What kustomize makes of the files then and now is compared, and the finding is where the value is written.</summary>
    [Fact]
    public Task WhatKustomizeMakesIsCompared()
    {
        const string Base = "resources: [orders.yaml]\n";
        const string Overlay = "namePrefix: prod-\nresources: [../../base]\nreplicas: [{name: orders, count: 5}]\n";
        string before = Manifest.StatefulSet("orders") + "---\n" + Manifest.Service("orders", "orders");
        return new ManifestRun()
            .File("k8s/base/kustomization.yaml", Base)
            .File("k8s/base/orders.yaml", before.Replace("  replicas: 3", "  podManagementPolicy: {|HF4001:Parallel|}\n  replicas: 3", StringComparison.Ordinal))
            .File("k8s/overlays/prod/kustomization.yaml", Overlay)
            .Shipped("by-hand/k8s/base/kustomization.yaml", Base)
            .Shipped("by-hand/k8s/base/orders.yaml", before)
            .Shipped("by-hand/k8s/overlays/prod/kustomization.yaml", Overlay)
            .VerifyAsync();
    }

    /// <summary>It is neither judged, nor does it make anything exist.</summary>
    [Fact]
    public Task TheReleaseItselfIsNotJudged() => RuleTest.VerifyAgainstAsync(
        Released.Manifest(Source.App("\"orders\", Replicas = 3, ServiceName = \"own\""))
            + "---\napiVersion: v1\nkind: Service\nmetadata: {name: own}\nspec: {clusterIP: None}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: Wrong_Name, clusterIp: 1}\nspec: {ports: []}\n",
        Source.App(
            "\"orders\", Replicas = 3, ServiceName = {|HF1002:\"own\"|}",
            members: "[PeerList(Env = \"PEERS\", Each = \"{host}\", Separator = \",\")] static partial string Peers { get; }"));

    [Fact]
    public Task AReleaseThatCannotBeReadIsSaid() => new ManifestRun()
        .File("k8s/service.yaml", Manifest.Service("orders", "orders"))
        .Shipped("orders.yaml", "apiVersion: apps/v1\nkind: StatefulSet\n{|HF9030:<<<<<<< HEAD|}\nmetadata: {name: orders}\n")
        .VerifyAsync();

    /// <summary>What "kubectl get -o yaml" says about the same set, with all that the server fills in.</summary>
    [Fact]
    public Task WhatTheServerFillsInIsNoChange() => RuleTest.VerifyAgainstAsync(
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: apps/v1
          kind: StatefulSet
          metadata:
            name: orders
            namespace: shop
            creationTimestamp: "2026-01-01T00:00:00Z"
            generation: 3
            uid: 0d5ab0ab-7dd0-4d0a-a1cf-3b9f5d1d7c11
          spec:
            podManagementPolicy: OrderedReady
            replicas: 3
            revisionHistoryLimit: 10
            persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Retain}
            selector:
              matchLabels:
                app.kubernetes.io/name: orders
            serviceName: orders
            template:
              metadata:
                creationTimestamp: null
                labels: {app.kubernetes.io/name: orders}
              spec:
                containers:
                - {name: orders, image: "orders:0.9", imagePullPolicy: IfNotPresent}
            updateStrategy: {rollingUpdate: {partition: 0}, type: RollingUpdate}
            volumeClaimTemplates:
            - apiVersion: v1
              kind: PersistentVolumeClaim
              metadata: {creationTimestamp: null, name: data}
              spec:
                accessModes: [ReadWriteOnce]
                resources: {requests: {storage: 10Gi}}
                volumeMode: Filesystem
              status: {phase: Pending}
          status: {replicas: 3}
        - apiVersion: v1
          kind: Service
          metadata: {name: orders-front, namespace: shop}
          spec: {clusterIP: 10.96.0.7, clusterIPs: [10.96.0.7], type: ClusterIP, ports: [{port: 80}]}
        """,
        Source.App(members: Data + "[Port(80)] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }"));

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("{{ .Values.orders }}")]
    [InlineData("- 1\n- [a, b]\n--- x\n---\nkind: StatefulSet\n")]
    [InlineData("apiVersion: apps/v1\nkind: StatefulSet\nmetadata: orders\nspec: [1]\n")]
    [InlineData("apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: orders}\nspec: {selector: 5, template: {spec: {containers: x}}, volumeClaimTemplates: [a, {metadata: 1}, {spec: []}], ordinals: [], replicas: many, podManagementPolicy: {a: b}, serviceName: [x]}\n")]
    [InlineData("apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: orders}\nspec: {selector: ${SELECTOR}, template: {spec: {containers: ${C}}}, volumeClaimTemplates: ${T}, serviceName: ${S}}\n")]
    public async Task AReleaseOfAnyKindIsSurvived(string shipped)
    {
        ImmutableArray<Diagnostic> found = await new ManifestRun()
            .Source(Source.App("\"orders\", Replicas = 3, OrdinalStart = 2", "[Quorum]", Data))
            .File("k8s/orders.yaml", Manifest.StatefulSet("ledger") + "---\n" + Manifest.Service("ledger", "ledger"))
            .Shipped("orders.yaml", shipped)
            .Shipped("by-hand/k8s/orders.yaml", shipped.Replace("orders", "ledger", StringComparison.Ordinal))
            .RunAsync();
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id is "AD0001" or "HF4002" or "HF4003" or "HF4004");
    }

    [Fact]
    public async Task SurvivesHalfTypedCode()
    {
        foreach (string source in (string[])
        [
            Source.App("\"orders\", OrdinalStart = 2, Replicas = , ServiceName = ", members: Data),
            Source.App("\"orders\", OrdinalStart = Missing, PodManagementPolicy = PodManagementPolicy.", members: Data),
            Source.App("\"orders\", OrdinalStart = 2", members: "[VolumeClaim(] public static partial ClaimTemplate Data { get; } [VolumeClaim(\"1"),
            Source.App("\"orders\", OrdinalStart = 2", members: "[VolumeClaim(\"\", StorageClass = , AccessMode = AccessMode.)] public static partial ClaimTemplate Data { get; }"),
            Source.App("\"orders\", OrdinalStart = 2, Replicas = Many", "[Quorum(", Data),
            Source.App("Missing, Replicas = 3, OrdinalStart = 2", members: Data),
        ])
        {
            var test = new RuleTest { CompilerDiagnostics = CompilerDiagnostics.None };
            test.TestState.Sources.Add(source);
            test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
            test.DisabledDiagnostics.AddRange(Catalogue.All.Select(static descriptor => descriptor.Id).Where(static id => !id.StartsWith("HF400", StringComparison.Ordinal) || id is "HF4005" or "HF4006" or "HF4007"));
            await test.AddShipped(("orders.yaml", Released.Manifest(Source.App("\"orders\", Replicas = 5, OrdinalStart = 2", members: Data)))).RunAsync();
        }
    }

    [Fact]
    public async Task TheMessageSaysWhatWasAndWhatIsAndHowToGetThere()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App("\"orders\", Replicas = 3, ServiceName = {|#0:\"peers\"|}"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF4001", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "ServiceName in [StatefulApp] of 'orders' was 'orders' in the last release and is 'peers' now, and the API server refuses the change (422 Forbidden); keep it, or recreate the StatefulSet without deleting its pods (kubectl delete statefulset orders --cascade=orphan, then apply)"));
        await test.AddShipped(("orders.yaml", Released.Manifest(Source.App()))).RunAsync();
    }

    private static string Voting(string votes) => Manifest.StatefulSet("orders")
        .Replace("metadata:\n  name: orders\n", $"metadata:\n  name: orders\n  annotations: {{holdfast.dev/quorum: {votes}}}\n", StringComparison.Ordinal);

    private static Task Verify(string before, params string[] now) => RuleTest.VerifyAgainstAsync(Released.Manifest(before), now);
}
