using CsCheck;
using Holdfast.Engine.Composing.Patching;
using Holdfast.Engine.Importing;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Yaml;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>The patch between two objects makes the one of the other.</summary>
public class PatchOfTests
{
    private const string Set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: a
          labels: { x: "1", y: "2" }
          finalizers: [a/b, a/c]
        spec:
          replicas: 3
          selector: { matchLabels: { x: "1" } }
          template:
            metadata: { labels: { x: "1" } }
            spec:
              hostNetwork: true
              tolerations: [{ key: a, operator: Exists }, { key: b, operator: Exists }]
              initContainers:
              - { name: first, image: "i:1" }
              - { name: second, image: "i:2" }
              containers:
              - name: c
                image: "c:1"
                args: [a, b]
                env:
                - { name: A, value: "1" }
                - { name: B, value: "$(A)" }
                - { name: C, value: "3" }
                ports:
                - { name: dns, containerPort: 53, protocol: UDP }
                - { name: dns-tcp, containerPort: 53 }
                - { name: http, containerPort: 80 }
                resources: { requests: { cpu: 100m, memory: 1Gi } }
                volumeMounts:
                - { name: data, mountPath: /data }
                - { name: tmp, mountPath: /tmp, readOnly: true }
              - { name: d, image: "d:1" }
              volumes:
              - { name: tmp, emptyDir: {} }
              - { name: conf, configMap: { name: conf, items: [{ key: a, path: b }] } }
          volumeClaimTemplates:
          - metadata: { name: data }
            spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
          - metadata: { name: more }
            spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 2Gi } } }
        """;

    private static readonly FieldType Type = FieldTable.Find("apps/v1", "StatefulSet")!;

    private static readonly MappingNode Object = YamlReader.Read(Set).Documents.Single();

    [Fact]
    public void TheSameObjectHasNoPatch() => Assert.Null(PatchOf.Create(Object, Object, Type));

    [Theory]
    [InlineData("spec: {replicas: 3}", "spec: {replicas: 4}", "spec: {replicas: 4}")]
    [InlineData("spec: {replicas: 3}", "spec: {}", "spec: {replicas: null}")]
    [InlineData("metadata: {labels: {a: x, b: y}}", "metadata: {labels: {b: y}}", "metadata: {labels: {a: null}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: a, image: x}, {name: b, image: y}]}}}", "spec: {template: {spec: {containers: [{name: b, image: z}]}}}", "spec: {template: {spec: {containers: [{name: a, $patch: delete}, {name: b, image: z}]}}}")]
    [InlineData("spec: {template: {spec: {containers: [{name: a}, {name: b}]}}}", "spec: {template: {spec: {containers: [{name: b}, {name: a}]}}}", "spec: {template: {spec: {containers: [{$patch: replace}, {name: b}, {name: a}]}}}")]
    [InlineData("spec: {template: {spec: {volumes: [{name: a}, {name: b}]}}}", "spec: {template: {spec: {volumes: [{name: b}, {name: a}]}}}", null)]
    public void ItSaysAsLittleAsItCan(string from, string to, string? expected)
    {
        MappingNode? patch = PatchOf.Create(Read(from), Read(to), Type);
        Assert.Equal(expected is null ? null : Read(expected), patch);

        static MappingNode Read(string yaml) => YamlReader.Read(yaml).Documents.Single();
    }

    /// <summary>Whatever was changed, merging gives it, and the check of patches lets it pass.</summary>
    [Fact]
    public void MergingItGivesTheOtherObject() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 8]).Sample(
        static (seed, edits) =>
        {
            var random = new Random(seed);
            MappingNode to = Object;
            MappingNode from = Object;
            for (int i = 0; i < edits; i++)
            {
                to = Strip((MappingNode)Edit(to, random));
                from = random.Next(3) == 0 ? Strip((MappingNode)Edit(from, random)) : from;
            }

            if (PatchOf.Create(from, to, Type) is not { } patch)
            {
                Assert.True(NodeEquality.Same(from, to, Type));
                return;
            }

            string text = YamlWriter.Write([patch]);
            MappingNode read = YamlReader.Read(text).Documents.Single();
            MappingNode merged = StrategicMerge.Merge(from, read, Type);
            Assert.True(NodeEquality.Same(merged, to, Type), $"{text}\nmakes\n{YamlWriter.Write([merged])}\nof\n{YamlWriter.Write([from])}\ninstead of\n{YamlWriter.Write([to])}");
            Assert.True(new PatchCheck("StatefulSet", Reporter.None).CanBeMerged(read, Type), text);
        },
        iter: 2_000);

    /// <summary>The root keeps its identity, and nothing is null, as in an object that is imported.</summary>
    private static MappingNode Strip(MappingNode node) => ObjectCleaner.Clean(node);

    private static ManifestNode Edit(ManifestNode node, Random random, string key = "")
    {
        switch (node)
        {
            case MappingNode { Entries.Count: > 0 } mapping:
                int index = random.Next(mapping.Entries.Count);
                MappingEntry entry = mapping.Entries[index];
                bool isKey = entry.Key is "name" or "mountPath" or "containerPort" or "protocol" or "apiVersion" or "kind" or "metadata" or "spec" or "template";
                return !isKey && random.Next(4) == 0
                    ? mapping.With(mapping.Entries.Where((_, i) => i != index))
                    : mapping.With(mapping.Entries.Select((other, i) => i == index && (!isKey || other.Value is MappingNode) ? new MappingEntry(other.Key, Edit(other.Value, random, other.Key)) : other));
            case SequenceNode { Items.Count: > 0 } sequence:
                List<ManifestNode> items = [.. sequence.Items];
                int at = random.Next(items.Count);
                switch (random.Next(4))
                {
                    case 0 when key is not "containers":
                        items.RemoveAt(at);
                        break;
                    case 1:
                        (items[0], items[at]) = (items[at], items[0]);
                        break;
                    default:
                        items[at] = Edit(items[at], random, key);
                        break;
                }

                return new SequenceNode(items);
            case ScalarNode { Kind: ScalarKind.Integer }:
                return ScalarNode.Integer(random.Next(100));
            case ScalarNode { Kind: ScalarKind.Boolean } flag:
                return ScalarNode.Boolean(flag.Text != "true");
            case ScalarNode:
                return ScalarNode.String("t" + random.Next(5));
            default:
                return node;
        }
    }
}
