namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>The measure itself: what is the same to the cluster is equal, all else is not.</summary>
public class ObjectComparisonTests
{
    [Theory]
    [InlineData("resources: { requests: { memory: 1024Mi } }", "resources: { requests: { memory: 1Gi } }")]
    [InlineData("resources: { requests: { cpu: 0.25 } }", "resources: { requests: { cpu: 250m } }")]
    [InlineData("resources: { limits: { cpu: 1 } }", "resources: { limits: { cpu: 1000m } }")]
    [InlineData("resources: { limits: { memory: 1.5Gi } }", "resources: { limits: { memory: 1536Mi } }")]
    [InlineData("ports: [{ containerPort: 1 }, { containerPort: 2 }]", "ports: [{ containerPort: 2 }, { containerPort: 1, protocol: TCP }]")]
    [InlineData("ports: [{ containerPort: 1, name: a }], livenessProbe: { tcpSocket: { port: a } }", "ports: [{ containerPort: 1, name: a }], livenessProbe: { tcpSocket: { port: 1 } }")]
    [InlineData("env: [{ name: A, value: x }, { name: B, value: $(A)y }]", "env: [{ name: A, value: x }, { name: B, value: xy }]")]
    [InlineData("env: [{ name: A, value: x }], args: [$(A)]", "env: [{ name: A, value: x }], args: [x]")]
    [InlineData("securityContext: { capabilities: { drop: [A, B] } }", "securityContext: { capabilities: { drop: [B, A] } }")]
    [InlineData("imagePullPolicy: Always", "stdin: null")]
    public void TheSame(string one, string other) => Assert.DoesNotContain(Compare(one, other), static field => field.Outcome != FieldOutcome.Equal);

    [Theory]
    [InlineData("resources: { requests: { memory: 1G } }", "resources: { requests: { memory: 1Gi } }", "resources.requests.memory", FieldOutcome.Different)]
    [InlineData("ports: [{ containerPort: 1 }]", "ports: [{ containerPort: 1, protocol: UDP }]", "ports[1/TCP].containerPort", FieldOutcome.Missing)]
    [InlineData("command: [a, b]", "command: [b, a]", "command", FieldOutcome.Different)]
    [InlineData("env: [{ name: A, value: x }, { name: B, value: $(A) }]", "env: [{ name: B, value: $(A) }, { name: A, value: x }]", "env[B].value", FieldOutcome.Different)]
    [InlineData("env: [{ name: A, value: x }, { name: B, value: $$(A) }]", "env: [{ name: A, value: x }, { name: B, value: x }]", "env[B].value", FieldOutcome.Different)]
    [InlineData("env: [{ name: A, value: \"1\" }]", "env: []", "env[A].value", FieldOutcome.Missing)]
    [InlineData("stdin: null", "tty: true", "tty", FieldOutcome.Extra)]
    [InlineData("stdin: null", "imagePullPolicy: Never", "imagePullPolicy", FieldOutcome.Different)]
    public void NotTheSame(string one, string other, string path, object outcome) =>
        Assert.Contains(Compare(one, other), field => field.Path == "StatefulSet/a spec.template.spec.containers[c]." + path && field.Outcome == (FieldOutcome)outcome);

    [Fact]
    public void ContainersInheritThePodsUser()
    {
        const string Start = "kind: StatefulSet\nmetadata: { name: a }\nspec: { template: { spec: { ";
        IReadOnlyList<FieldComparison> fields = ObjectComparison.Compare(
            CorpusYaml.Read(Start + "containers: [{ name: c, securityContext: { runAsUser: 70 } }] } } }"),
            CorpusYaml.Read(Start + "securityContext: { runAsUser: 71 }, containers: [{ name: c }] } } }"));
        Assert.Equal(
            [("StatefulSet/a spec.template.spec.containers[c].securityContext.runAsUser", FieldOutcome.Different), ("StatefulSet/a spec.template.spec.securityContext.runAsUser", FieldOutcome.Extra)],
            fields.Where(static field => field.Outcome != FieldOutcome.Equal).Select(static field => (field.Path, field.Outcome)));
    }

    [Fact]
    public void OnlyWhatIsWrittenIsMissing()
    {
        IReadOnlyList<FieldComparison> fields = Compare("livenessProbe: { tcpSocket: { port: 1 } }", "stdin: null");
        FieldComparison missing = Assert.Single(fields, static field => field.Outcome != FieldOutcome.Equal);
        Assert.Equal("StatefulSet/a spec.template.spec.containers[c].livenessProbe.tcpSocket.port", missing.Path);
    }

    [Fact]
    public void TheLastOfAKindIsTheSameObjectUnderAnotherName()
    {
        FieldComparison name = Assert.Single(
            ObjectComparison.Compare(CorpusYaml.Read("kind: ConfigMap\nmetadata: { name: a }\ndata: { k: v }"), CorpusYaml.Read("kind: ConfigMap\nmetadata: { name: b }\ndata: { k: v }")),
            static field => field.Outcome != FieldOutcome.Equal);
        Assert.Equal(("ConfigMap/a metadata.name", FieldOutcome.Different), (name.Path, name.Outcome));
    }

    [Fact]
    public void ASetOfARemovedVersionIsReadAsTodays()
    {
        const string Spec = "kind: StatefulSet\nmetadata: { name: a }\nspec: { template: { metadata: { labels: { app: a } } }";
        Assert.All(
            ObjectComparison.Compare(
                CorpusYaml.Read($"apiVersion: apps/v1beta1\n{Spec} }}"),
                CorpusYaml.Read($"apiVersion: apps/v1\n{Spec}, selector: {{ matchLabels: {{ app: a }} }} }}")),
            static field => Assert.Equal(FieldOutcome.Equal, field.Outcome));
    }

    [Fact]
    public void AnchorsAndMergeKeysAreResolved()
    {
        IReadOnlyList<FieldComparison> fields = ObjectComparison.Compare(
            CorpusYaml.Read("kind: ConfigMap\nmetadata:\n  name: &n a\n  labels: &l\n    x: *n\ndata:\n  <<: *l\n  y: z"),
            CorpusYaml.Read("kind: ConfigMap\nmetadata: { name: a, labels: { x: a } }\ndata: { x: a, y: z }"));
        Assert.All(fields, static field => Assert.Equal(FieldOutcome.Equal, field.Outcome));
        Assert.Equal(4, fields.Count);
    }

    private static IReadOnlyList<FieldComparison> Compare(string one, string other) => ObjectComparison.Compare(Set(one), Set(other));

    private static IReadOnlyList<System.Text.Json.Nodes.JsonObject> Set(string container) =>
        CorpusYaml.Read($"apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {{ name: a }}\nspec: {{ template: {{ spec: {{ containers: [{{ name: c, {container} }}] }} }} }}");
}
