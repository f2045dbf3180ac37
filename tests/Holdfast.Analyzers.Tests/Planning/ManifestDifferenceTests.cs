using System.Collections.Immutable;
using CsCheck;
using Holdfast.Analyzers.Tests.Corpus;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Planning;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Planning;

/// <summary>What differs between two releases of objects, field by field.</summary>
public class ManifestDifferenceTests
{
    [Theory]
    [InlineData("spec: {replicas: 3}", "spec: {replicas: 5}", "Changed spec.replicas: 3 → 5")]
    [InlineData("spec: {replicas: 3}", "spec: {replicas: 3}", "")]
    [InlineData("spec: {replicas: 1}", "spec: {serviceName: ''}", "")]
    [InlineData("spec: {serviceName: a}", "spec: {serviceName: a, podManagementPolicy: OrderedReady, updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 0}}}", "")]
    [InlineData("spec: {serviceName: a}", "spec: {serviceName: a, updateStrategy: {type: OnDelete}}", "Added spec.updateStrategy: ? → {type: OnDelete}")]
    [InlineData("spec: {template: {spec: {containers: [{name: a, image: x}]}}}", "spec: {template: {spec: {containers: [{name: a, image: w}]}}}", "Changed spec.template.spec.containers[name=a].image: x → w")]
    [InlineData("spec: {template: {spec: {containers: [{name: a, image: x}]}}}", "spec: {template: {spec: {containers: [{name: b, image: z}, {name: a, image: x}]}}}", "Added spec.template.spec.containers[name=b]: ? → {name: b, image: z}|Reordered spec.template.spec.containers: [name=a, name=b] → [name=b, name=a]")]
    [InlineData("spec: {template: {spec: {containers: [{name: a, image: x}, {name: b, image: z}]}}}", "spec: {template: {spec: {containers: [{name: b, image: z}]}}}", "Removed spec.template.spec.containers[name=a]: {name: a, image: x} → ?")]
    [InlineData("spec: {template: {spec: {containers: [{name: a, image: 'x:1', imagePullPolicy: IfNotPresent}]}}}", "spec: {template: {spec: {containers: [{name: a, image: 'x:1'}]}}}", "")]
    [InlineData("spec: {template: {spec: {containers: [{name: a, resources: {requests: {cpu: '1'}}}]}}}", "spec: {template: {spec: {containers: [{name: a, resources: {requests: {cpu: 1000m}}}]}}}", "")]
    [InlineData("spec: {template: {spec: {containers: [{name: a, ports: [{containerPort: 80}, {containerPort: 80, protocol: UDP}]}]}}}", "spec: {template: {spec: {containers: [{name: a, ports: [{containerPort: 80, protocol: TCP}, {containerPort: 80, protocol: UDP, name: d}]}]}}}", "Added spec.template.spec.containers[name=a].ports[containerPort=80,protocol=UDP].name: ? → d")]
    [InlineData("spec: {template: {spec: {containers: [{name: a, args: [x, z]}]}}}", "spec: {template: {spec: {containers: [{name: a, args: [z, x]}]}}}", "Changed spec.template.spec.containers[name=a].args: [x, z] → [z, x]")]
    [InlineData("spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: 1Gi}}}}]}", "spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: 1024Mi}}}}]}", "")]
    [InlineData("spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: 1Gi}}}}]}", "spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: 2Gi}}}}]}", "Changed spec.volumeClaimTemplates[metadata.name=data].spec.resources.requests.storage: 1Gi → 2Gi")]
    [InlineData("metadata: {name: orders, annotations: {a.b/c: x}}", "metadata: {name: orders, annotations: {a.b/c: z}}", "Changed metadata.annotations['a.b/c']: x → z")]
    [InlineData("spec: {template: {spec: {volumes: [{name: v, emptyDir: {}}]}}}", "spec: {template: {spec: {volumes: [{name: v, hostPath: {path: /x}}]}}}", "Added spec.template.spec.volumes[name=v].hostPath: ? → {path: /x}|Removed spec.template.spec.volumes[name=v].emptyDir: {} → ?")]
    [InlineData("spec: {replicas: 3}", "spec:\n  replicas: ${REPLICAS}", "unknown spec.replicas")]
    [InlineData("status: {replicas: 3}", "spec: {replicas: 1}", "")]
    public void Fields(string before, string after, string expected)
    {
        ObjectChange? change = ManifestDifference.Of([Set(before)], [Set(after)]).Objects.SingleOrDefault();
        IEnumerable<string> actual = change is null
            ? []
            : change.Fields.Select(static field => $"{field.Kind} {field.Path}: {Text(field.Before)} → {Text(field.After)}").Concat(change.Unknown.Select(static path => $"unknown {path}"));
        Assert.Equal(expected, string.Join('|', actual));
    }

    [Theory]
    [InlineData("{metadata: {name: a}}", "{metadata: {name: a}}", "")]
    [InlineData("{metadata: {name: a}}", "{metadata: {name: b}}", "Added ConfigMap b|Removed ConfigMap a")]
    [InlineData("{metadata: {name: a, namespace: x}}", "{metadata: {name: a}, data: {k: v}}", "Changed ConfigMap a")]
    [InlineData("{metadata: {name: a, namespace: x}}", "{metadata: {name: a, namespace: z}}", "Added ConfigMap z/a|Removed ConfigMap x/a")]
    [InlineData("{metadata: {generateName: a}}", "{metadata: {generateName: a}}", "Added ConfigMap ?|Removed ConfigMap ?")]
    public void Objects(string before, string after, string expected) => Assert.Equal(
        expected,
        string.Join('|', ManifestDifference.Of([Map(before)], [Map(after)]).Objects.Select(static change => $"{change.Kind} {change}")));

    /// <summary>An object stays itself in another version of its API.</summary>
    [Fact]
    public void AnotherApiVersion()
    {
        MappingNode before = Read("apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {maxUnavailable: 1}\n").Single();
        MappingNode after = Read("apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {maxUnavailable: 1}\n").Single();
        Assert.Equal("apiVersion", ManifestDifference.Of([before], [after]).Objects.Single().Fields.Single().Path.ToString());
    }

    /// <summary>What the server and its controllers filled in stays; what was applied and is left out goes.</summary>
    [Fact]
    public void ALiveObjectIsComparedByWhatWasApplied()
    {
        MappingNode live = Read("""
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: orders
              namespace: shop
              uid: 0d5ab0ab-7dd0-4d0a-a1cf-3b9f5d1d7c11
              annotations:
                deployed-by: someone
                kubectl.kubernetes.io/last-applied-configuration: '{"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"orders","labels":{"tier":"gold"}},"spec":{"minReadySeconds":5,"template":{"spec":{"containers":[{"name":"orders","env":[{"name":"OLD","value":"1"}]}]}}}}'
              labels: {tier: gold, injected: "true"}
            spec:
              minReadySeconds: 5
              replicas: 3
              revisionHistoryLimit: 10
              template:
                metadata: {creationTimestamp: null}
                spec:
                  containers:
                  - {name: orders, image: "orders:1.0", imagePullPolicy: Always, env: [{name: OLD, value: "1"}, {name: INJECTED, value: "2"}]}
                  - {name: sidecar, image: "proxy:1"}
            status: {replicas: 3}
            """).Single();
        MappingNode next = Read("""
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: orders, namespace: shop}
            spec:
              template:
                spec:
                  containers:
                  - {name: orders, image: "orders:1.1"}
            """).Single();
        Assert.Equal(
            [
                "metadata.labels",
                "spec.minReadySeconds",
                "spec.template.spec.containers[name=orders].env",
                "spec.template.spec.containers[name=orders].image",
            ],
            ManifestDifference.Of([live], [next]).Objects.Single().Fields.Select(static field => field.Path.ToString()).Order(StringComparer.Ordinal));
    }

    /// <summary>Any two versions of an object: nothing differs from itself, and what is listed makes the one of the other.</summary>
    [Fact]
    public void AppliedChangesMakeTheOther() => Gen.Select(AnySet, AnySet).Sample(
        static (before, after) =>
        {
            MappingNode then = Read(before).Single();
            MappingNode now = Read(after).Single();
            Assert.Empty(ManifestDifference.Of([now], [now]).Objects);
            ImmutableArray<FieldChange> changes = [.. ManifestDifference.Of([then], [now]).Objects.SelectMany(static change => change.Fields)];
            Assert.Empty(ManifestDifference.Of([Applied.To(then, changes)], [now]).Objects);
        },
        iter: 2_000,
        print: static pair => pair.Item1 + "\n---\n" + pair.Item2);

    /// <summary>The same of every pair of real sets.</summary>
    [Fact]
    public void AppliedChangesMakeTheOtherOfRealSets()
    {
        CorpusFiles.Require();
        MappingNode[] sets =
        [
            .. CorpusFiles.StatefulSets()
                .Select(static set => CorpusFiles.Objects(set.Folder)[new CorpusObject(CorpusObject.StatefulSet, set.Set)].ToJsonString())
                .SelectMany(static json => Read(json))
                .Select(Renamed),
        ];
        Assert.InRange(sets.Length, 20, 100);
        foreach (MappingNode then in sets)
        {
            foreach (MappingNode now in sets)
            {
                ImmutableArray<ObjectChange> changes = ManifestDifference.Of([then], [now]).Objects;
                MappingNode applied = Applied.To(then, changes.SelectMany(static change => change.Fields));
                Assert.Empty(ManifestDifference.Of([applied], [now]).Objects.SelectMany(static change => change.Fields));
            }
        }
    }

    private static Gen<string> AnySet { get; } = Gen.Select(
        OneOf("", "replicas: 1", "replicas: 5", "replicas: 0"),
        OneOf("", "serviceName: orders", "podManagementPolicy: Parallel", "updateStrategy: {type: OnDelete}", "updateStrategy: {rollingUpdate: {partition: 2}}", "ordinals: {start: 3}"),
        Shuffled("{name: A, value: '1'}", "{name: B, value: '2'}", "{name: B2, valueFrom: {fieldRef: {fieldPath: status.podIP}}}", "{name: C}"),
        Shuffled("{containerPort: 80}", "{containerPort: 80, protocol: UDP}", "{containerPort: 81, name: http}"),
        Shuffled("{name: v, emptyDir: {}}", "{name: w, hostPath: {path: /x}}", "{name: x, configMap: {name: c, items: [{key: a, path: b}]}}"),
        Shuffled("{metadata: {name: data}, spec: {resources: {requests: {storage: 1Gi}}}}", "{metadata: {name: log}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce]}}"),
        OneOf("", "annotations: {a.b/c: x, d: 'y'}", "annotations: {d: z}", "labels: {tier: gold}"),
        OneOf("", "args: [a, b]", "args: [b]", "readinessProbe: {httpGet: {port: 80}}", "readinessProbe: {tcpSocket: {port: 80}, periodSeconds: 10}", "envFrom: [{configMapRef: {name: a}}, {secretRef: {name: b}}]", "envFrom: [{configMapRef: {name: b}}]"),
        static (replicas, other, env, ports, volumes, claims, metadata, container) => string.Join('\n',
        [
            "apiVersion: apps/v1",
            "kind: StatefulSet",
            "metadata:",
            "  name: orders",
            .. Indented("  ", metadata),
            "spec:",
            "  selector: {matchLabels: {app: orders}}",
            .. Indented("  ", replicas),
            .. Indented("  ", other),
            "  template:",
            "    spec:",
            $"      volumes: [{volumes}]",
            "      containers:",
            "      - name: orders",
            $"        env: [{env}]",
            $"        ports: [{ports}]",
            .. Indented("        ", container),
            $"  volumeClaimTemplates: [{claims}]",
            string.Empty,
        ]));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string[] Indented(string indent, string line) => line.Length == 0 ? [] : [indent + line];

    /// <summary>Some of the items, in any order.</summary>
    private static Gen<string> Shuffled(params string[] items) => Gen.Select(Gen.Shuffle(items), Gen.Int[0, items.Length], static (all, count) => string.Join(", ", all.Take(count)));

    private static MappingNode Renamed(MappingNode set) => set.With(set.Entries
        .Where(static entry => entry.Key != "metadata")
        .Append(new MappingEntry("metadata", new MappingNode([new MappingEntry("name", ScalarNode.String("orders"))]))));

    private static MappingNode Set(string fields) => Read(
        "apiVersion: apps/v1\nkind: StatefulSet\n" + (fields.StartsWith("metadata", StringComparison.Ordinal) ? string.Empty : "metadata: {name: orders}\n") + fields + "\n").Single();

    private static MappingNode Map(string fields) => Read("{apiVersion: v1, kind: ConfigMap, " + fields[1..] + "\n").Single();

    private static ImmutableArray<MappingNode> Read(string yaml) => ManifestFileReader.Read("k8s/a.yaml", SourceText.From(yaml)).Objects;

    private static string Text(ManifestNode? node) => node switch
    {
        null => "?",
        ScalarNode scalar => scalar.Text,
        SequenceNode list => "[" + string.Join(", ", list.Items.Select(Text)) + "]",
        MappingNode mapping => "{" + string.Join(", ", mapping.Entries.Select(static entry => entry.Key + ": " + Text(entry.Value))) + "}",
        _ => "unknown",
    };
}
