using CsCheck;
using Holdfast.Analyzers.Tests.Reading;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using static Holdfast.Analyzers.Tests.Writing.Nodes;

namespace Holdfast.Analyzers.Tests.Patching;

/// <summary>Kubernetes' strategic merge, field by field.</summary>
public class StrategicMergeTests
{
    private static readonly FieldType Set = FieldTable.Find("apps/v1", "StatefulSet")!;

    private static readonly FieldType Service = FieldTable.Find("v1", "Service")!;

    /// <summary>The fields of a pod that tests of lists are about, in few words.</summary>
    private static readonly Gen<MappingNode> PodPatch = Gen.Select(
        Gen.Select(Gen.OneOf("a", "b", "c"), Trees.Any, Gen.OneOf("merge", "replace", "delete"), Item).Array[0, 3],
        Trees.Mapping,
        (containers, annotations) => Map(
            ("metadata", Map(("annotations", annotations))),
            ("spec", Map(("template", Map(("spec", Map(("containers", List([.. containers.DistinctBy(Name)]))))))))));

    [Theory]
    [InlineData("metadata: {labels: {a: x}}", "metadata: {labels: {b: y}}", "metadata: {labels: {a: x, b: y}}")]
    [InlineData("metadata: {labels: {a: x}}", "metadata: {labels: {a: z}}", "metadata: {labels: {a: z}}")]
    [InlineData("metadata: {labels: {a: x, b: y}}", "metadata: {labels: {a: null}}", "metadata: {labels: {b: y}}")]
    [InlineData("metadata: {labels: {a: x}}", "metadata: {labels: null}", "metadata: {}")]
    [InlineData("metadata: {labels: {a: x}}", "metadata: {labels: {$patch: replace, b: y}}", "metadata: {labels: {b: y}}")]
    [InlineData("metadata: {labels: {a: x}}", "metadata: {labels: {$patch: delete}}", "metadata: {}")]
    [InlineData("spec: {}", "spec: {template: {spec: {hostNetwork: null, affinity: {nodeAffinity: null}}}}", "spec: {template: {spec: {affinity: {}}}}")]
    [InlineData("metadata: {finalizers: [a/b]}", "metadata: {finalizers: [a/c, a/b]}", "metadata: {finalizers: [a/b, a/c]}")]
    [InlineData("spec: {volumeClaimTemplates: [{metadata: {name: a}, spec: {storageClassName: x}}]}", "spec: {volumeClaimTemplates: [{metadata: {name: b}}, {metadata: {name: a}, spec: {storageClassName: z}}]}", "spec: {volumeClaimTemplates: [{metadata: {name: a}, spec: {storageClassName: z}}, {metadata: {name: b}}]}")]
    public void Objects(string target, string patch, string expected) => AssertMerged(Set, target, patch, expected);

    [Theory]
    [InlineData("containers: [{name: a, image: x}]", "containers: [{name: a, tty: true}]", "containers: [{name: a, image: x, tty: true}]")]
    [InlineData("containers: [{name: a, image: x}]", "containers: [{name: b, image: y}]", "containers: [{name: a, image: x}, {name: b, image: y}]")]
    [InlineData("containers: [{name: a}, {name: b}]", "containers: [{name: a, $patch: delete}]", "containers: [{name: b}]")]
    [InlineData("containers: [{name: a, image: x}]", "containers: [{name: a, tty: true, $patch: replace}]", "containers: [{name: a, tty: true}]")]
    [InlineData("containers: [{name: a}, {name: b}]", "containers: [{$patch: replace}, {name: c}]", "containers: [{name: c}]")]
    [InlineData("containers: [{name: a}]", "containers: [{name: z, $patch: delete}]", "containers: [{name: a}]")]
    [InlineData("containers: [{name: a, env: [{name: X, value: '1'}]}]", "containers: [{name: a, env: [{name: X, value: null, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}, {name: Y}]}]", "containers: [{name: a, env: [{name: X, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}, {name: Y}]}]")]
    [InlineData("containers: [{name: a, volumeMounts: [{name: d, mountPath: /d}]}]", "containers: [{name: a, volumeMounts: [{mountPath: /d, readOnly: true}, {mountPath: /e, name: d}]}]", "containers: [{name: a, volumeMounts: [{name: d, mountPath: /d, readOnly: true}, {mountPath: /e, name: d}]}]")]
    [InlineData("containers: [{name: a, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53}]}]", "containers: [{name: a, ports: [{containerPort: 53, name: dns}]}]", "containers: [{name: a, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53, name: dns}]}]")]
    [InlineData("containers: [{name: a, ports: [{containerPort: 53, protocol: UDP}]}]", "containers: [{name: a, ports: [{containerPort: 53, name: dns}]}]", "containers: [{name: a, ports: [{containerPort: 53, protocol: UDP, name: dns}]}]")]
    [InlineData("containers: [{name: a, ports: [{containerPort: 53, protocol: UDP}]}]", "containers: [{name: a, ports: [{containerPort: 53, protocol: TCP}]}]", "containers: [{name: a, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53, protocol: TCP}]}]")]
    [InlineData("containers: [{name: a, args: [x]}]", "containers: [{name: a, args: [y]}]", "containers: [{name: a, args: [y]}]")]
    [InlineData("tolerations: [{key: a}]", "tolerations: [{key: b}]", "tolerations: [{key: b}]")]
    [InlineData("topologySpreadConstraints: [{topologyKey: h, maxSkew: 1}]", "topologySpreadConstraints: [{topologyKey: h, maxSkew: 2}, {topologyKey: z}]", "topologySpreadConstraints: [{topologyKey: h, maxSkew: 2}, {topologyKey: z}]")]
    [InlineData("hostAliases: [{ip: 1.1.1.1, hostnames: [a]}]", "hostAliases: [{ip: 1.1.1.1, hostnames: [b]}]", "hostAliases: [{ip: 1.1.1.1, hostnames: [b]}]")]
    [InlineData("imagePullSecrets: [{name: a}]", "imagePullSecrets: [{name: b}, {name: a}]", "imagePullSecrets: [{name: a}, {name: b}]")]
    [InlineData("volumes: [{name: v, emptyDir: {}}]", "volumes: [{name: v, emptyDir: null, configMap: {name: c}}]", "volumes: [{name: v, configMap: {name: c}}]")]
    [InlineData("{}", "initContainers: [{name: i, image: x, tty: null}, {name: j, $patch: delete}]", "initContainers: [{name: i, image: x}]")]
    public void Pods(string target, string patch, string expected) => AssertMerged(
        Set,
        $"spec: {{template: {{spec: {Flow(target)}}}}}",
        $"spec: {{template: {{spec: {Flow(patch)}}}}}",
        $"spec: {{template: {{spec: {Flow(expected)}}}}}");

    [Theory]
    [InlineData("spec: {ports: [{name: http, port: 80}]}", "spec: {ports: [{port: 80, nodePort: 30080}, {port: 81, name: x}]}", "spec: {ports: [{name: http, port: 80, nodePort: 30080}, {port: 81, name: x}]}")]
    [InlineData("spec: {ports: [{name: http, port: 80}]}", "spec: {ports: [{port: 80, protocol: UDP, name: quic}]}", "spec: {ports: [{name: http, port: 80}, {port: 80, protocol: UDP, name: quic}]}")]
    public void Services(string target, string patch, string expected) => AssertMerged(Service, target, patch, expected);

    [Fact]
    public void AnEmptyPatch_ChangesNothing() => Trees.Mapping.Sample(
        target =>
        {
            Assert.Equal(target, StrategicMerge.Merge(target, Map(), Set));
            Assert.Equal(target, StrategicMerge.Merge(target, Map(), FieldType.Any));
        },
        iter: 1_000);

    [Fact]
    public void TheSamePatchTwice_IsTheSameAsOnce() => Gen.Select(Trees.Mapping, Trees.Mapping, PodPatch, PodPatch).Sample(
        (target, patch, pod, podPatch) =>
        {
            AssertIdempotent(target, patch, FieldType.Any);
            AssertIdempotent(pod, podPatch, Set);
            AssertIdempotent(target, podPatch, Set);
        },
        iter: 3_000,
        print: trees => YamlWriter.Write([trees.Item1, trees.Item2, trees.Item3, trees.Item4]));

    [Fact]
    public void WhatIsSaidAgain_KeepsItsFirstPlace()
    {
        MappingNode target = Map(("metadata", Map(("name", Text("a")))));
        MappingNode patch = Map(("metadata", Map(("name", Text("a")))));
        Assert.Same(target["metadata"].At("name"), StrategicMerge.Merge(target, patch, Set)["metadata"].At("name"));
    }

    private static ManifestNode Item(string name, ManifestNode value, string directive) => directive == "merge"
        ? Map(("name", Text(name)), ("env", List(Map(("name", Text("X")), ("value", value)))))
        : Map(("name", Text(name)), ("image", value), ("$patch", Text(directive)));

    private static string Name(ManifestNode item) => item.At("name").TryGetString(out string? name) ? name : string.Empty;

    private static void AssertIdempotent(MappingNode target, MappingNode patch, FieldType type)
    {
        MappingNode once = StrategicMerge.Merge(target, patch, type);
        Assert.Equal(once, StrategicMerge.Merge(once, patch, type));
    }

    private static string Flow(string fields) => fields == "{}" ? fields : "{" + fields + "}";

    private static void AssertMerged(FieldType type, string target, string patch, string expected)
    {
        MappingNode merged = StrategicMerge.Merge(Read(target), Read(patch), type);
        Assert.Equal(YamlWriter.Write([Read(expected)]), YamlWriter.Write([merged]));
    }

    private static MappingNode Read(string yaml)
    {
        YamlReading reading = YamlReader.Read(yaml);
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Documents);
    }
}
