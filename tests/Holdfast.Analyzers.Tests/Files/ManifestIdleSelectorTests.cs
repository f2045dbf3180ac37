using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Selectors and keys that nothing has.</summary>
[HomeOf("HF1016", "HF5020")]
public class ManifestIdleSelectorTests
{
    [Theory]
    [InlineData("app: {|HF1016:order|}")]
    [InlineData("ap: orders")] // too short to be near
    [InlineData("app: customers")]
    [InlineData("app: orders")]
    [InlineData("app: '{{ .Values.name }}'")]
    [InlineData("app: order, tier: front")] // more than one label is missing
    [InlineData("{|HF1016:app.kubernetes.io/name|}: orders")] // the key of another convention
    [InlineData("{|HF1016:name|}: orders")]
    [InlineData("team: orders")]
    [InlineData("app: orders, app.kubernetes.io/instance: {|HF1016:one|}")] // no template has it
    [InlineData("app: orders, role: leader")] // set while pods run
    [InlineData("statefulset.kubernetes.io/pod-name: orders-1")]
    [InlineData("statefulset.kubernetes.io/pod-name: {|HF1016:order-1|}")]
    [InlineData("statefulset.kubernetes.io/pod-name: customers-1")]
    public Task OfAService(string selector) => ManifestCheck.ObjectsAsync(
        $"apiVersion: v1\nkind: Service\nmetadata: {{name: front}}\nspec: {{selector: {{{selector}}}, ports: [{{name: http, port: 8080}}]}}");

    /// <summary>A Service and an object of one name belong together, unless another Service selects its pods, or something may make others.</summary>
    [Theory]
    [InlineData("app: {|HF1016:http|}")]
    [InlineData("app: web-pods")]
    [InlineData("app: http", "apiVersion: v1\nkind: Service\nmetadata: {name: other}\nspec: {selector: {app: web-pods}, ports: [{name: http, port: 8080}]}")]
    [InlineData("app: http", "apiVersion: example.com/v1\nkind: Web\nmetadata: {name: other}")]
    public Task OfAServiceThatHasTheNameOfAnObject(string selector, string other = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}") => ManifestCheck.ObjectsAsync(
        $"apiVersion: v1\nkind: Service\nmetadata: {{name: web}}\nspec: {{selector: {{{selector}}}, ports: [{{name: http, port: 8080}}]}}",
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web-pods}}\n  template:\n    metadata: {labels: {app: web-pods}}\n    spec: {containers: [{name: web, image: 'web:1.0', ports: [{name: http, containerPort: 8080}]}]}",
        other);

    [Fact]
    public Task OfAServiceWhosePodsSomethingElseMakes() => ManifestCheck.ObjectsAsync(
        "apiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec: {selector: {app: order}, ports: [{name: http, port: 8080}]}",
        "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: order}\nspec: {template: {metadata: {labels: {app: order}}}}");

    [Theory]
    [InlineData("podSelector: {matchLabels: {app: {|HF1016:order|}}}, policyTypes: [Ingress]")]
    [InlineData("podSelector: {matchLabels: {app: orders}}, ingress: [{from: [{podSelector: {matchLabels: {app: {|HF1016:oders|}}}}]}]")]
    [InlineData("podSelector: {matchLabels: {app: orders}}, ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: oders}}}]}]")]
    [InlineData("podSelector: {}, policyTypes: [Ingress]")]
    public Task OfAPolicy(string spec) => ManifestCheck.ObjectsAsync($"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: orders}}\nspec: {{{spec}}}");

    [Theory]
    [InlineData("kubernetes.io/hostname, labelSelector: {matchLabels: {app: {|HF5020:orders-testing|}}}")]
    [InlineData("kubernetes.io/hostname, labelSelector: {matchExpressions: [{key: app, operator: In, values: [{|HF5020:order|}]}]}")]
    [InlineData("kubernetes.io/hostname, labelSelector: {matchLabels: {app: orders}}")]
    [InlineData("kubernetes.io/hostname, labelSelector: {matchLabels: {app: '{{ .Values.name }}'}}")]
    [InlineData("{|HF5020:topology.kubernetes.io/hostname|}, labelSelector: {matchLabels: {app: orders}}")]
    [InlineData("{|HF5020:kubernetes.io/hostnam|}, labelSelector: {matchLabels: {app: orders}}")]
    [InlineData("{|HF5020:kubernetes.io/zone|}, labelSelector: {matchLabels: {app: orders}}")]
    [InlineData("topology.kubernetes.io/zone, labelSelector: {matchLabels: {app: orders}}")]
    [InlineData("failure-domain.beta.kubernetes.io/zone, labelSelector: {matchLabels: {app: orders}}")]
    [InlineData("topology.kubernetes.io/rack, labelSelector: {matchLabels: {app: orders}}")]
    [InlineData("topology.gke.io/zone, labelSelector: {matchLabels: {app: orders}}")]
    [InlineData("rack, labelSelector: {matchLabels: {app: orders}}")]
    public Task OfASpread(string constraint) => ManifestCheck.PodsAsync($"topologySpreadConstraints: [{{maxSkew: 1, whenUnsatisfiable: ScheduleAnyway, topologyKey: {constraint}}}]");

    [Theory]
    [InlineData("podAntiAffinity", "app: {|HF5020:order|}")]
    [InlineData("podAffinity", "app: {|HF5020:order|}")]
    [InlineData("podAntiAffinity", "app: customers")] // of another project
    [InlineData("podAntiAffinity", "app: orders")]
    [InlineData("podAntiAffinity", "app: order}}, namespaceSelector: {matchLabels: {team: a")]
    public Task OfAnAffinity(string kind, string labels) =>
        ManifestCheck.PodsAsync($"affinity: {{{kind}: {{preferredDuringSchedulingIgnoredDuringExecution: [{{weight: 1, podAffinityTerm: {{topologyKey: kubernetes.io/hostname, labelSelector: {{matchLabels: {{{labels}}}}}}}}}]}}}}");

    /// <summary>The name of the set or of its Service, which its pods do not have as a label.</summary>
    [Theory]
    [InlineData("matchExpressions: [{key: app, operator: In, values: [{|HF5020:members|}]}]")]
    [InlineData("matchLabels: {app: {|HF5020:members|}}")]
    [InlineData("matchExpressions: [{key: app, operator: In, values: [members, other]}]")]
    [InlineData("matchExpressions: [{key: app, operator: NotIn, values: [orders]}]")]
    [InlineData("matchExpressions: [{key: tier, operator: In, values: [members]}]")]
    [InlineData("matchLabels: {app: customers}")]
    public Task OfTheNameOfTheService(string selector) => new ManifestRun()
        .File("k8s/a.yaml", Manifest.StatefulSet("orders", "members", podSpec: $"\n      affinity: {{podAntiAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: [{{topologyKey: kubernetes.io/hostname, labelSelector: {{{selector}}}}}]}}}}") + "---\n" + Manifest.Service("members", "orders"))
        .VerifyAsync();

    /// <summary>Where it counts the pods of another workload, that is what it is for.</summary>
    [Fact]
    public async Task OfPodsOfAnotherWorkload() => Assert.DoesNotContain(
        "HF5020",
        string.Concat(await new ManifestRun()
            .File("k8s/a.yaml", Manifest.StatefulSet("orders", podSpec: "\n      topologySpreadConstraints: [{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: order}}}]") + "---\n" + Manifest.StatefulSet("order"))
            .ShowAsync(DiagnosticSeverity.Info)),
        StringComparison.Ordinal);

    /// <summary>A constraint without effect keeps nothing apart.</summary>
    [Theory]
    [InlineData("app: other", true)]
    [InlineData("app: orders", false)]
    [InlineData("app: '{{ .Values.name }}'", false)]
    public async Task AUselessConstraintIsNoProtection(string labels, bool isFound) => Assert.Equal(
        isFound,
        (await new ManifestRun()
            .File("k8s/a.yaml", Manifest.StatefulSet("orders", podSpec: $"\n      affinity: {{podAntiAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: [{{topologyKey: kubernetes.io/hostname, labelSelector: {{matchLabels: {{{labels}}}}}}}]}}}}"))
            .RunAsync()).Any(static diagnostic => diagnostic.Id == "HF5009"));
}
