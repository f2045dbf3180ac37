namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Selectors of all objects, and other keys and names that the API server wants in a certain form.</summary>
public class ManifestSelectorTests
{
    [Theory]
    [InlineData("{key: app, operator: {|HF1006:NotIn|}, values: [orders]}")]
    [InlineData("{key: app, operator: {|HF1006:DoesNotExist|}}")]
    [InlineData("{key: tier, operator: {|HF1006:Exists|}}")]
    [InlineData("{key: app, operator: {|HF1006:In|}, values: [order, customers]}")]
    [InlineData("{key: {|HF2017:a b|}, operator: DoesNotExist}")]
    [InlineData("{key: app, operator: In, values: [orders, {|HF2017:a b|}]}")]
    [InlineData("{key: app, operator: In, values: [orders, customers]}")]
    [InlineData("{key: tier, operator: NotIn, values: [front]}")]
    [InlineData("{key: app, operator: In, values: ['${NAME}']}")]
    public Task OfASet(string expression) => ManifestCheck.SetAsync($"selector: {{matchExpressions: [{expression}]}}");

    [Fact]
    public Task PodsWithoutLabelsAreNotSelected() => ManifestCheck.ObjectsAsync("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: front}
        spec:
          selector: {matchLabels: {app: {|HF1006:front|}}}
          template: {spec: {containers: [{name: front, image: 'front:1'}]}}
        """);

    [Theory]
    [InlineData("matchLabels: {{|HF2017:a b|}: c}")]
    [InlineData("matchLabels: {a: {|HF2017:b c|}}")]
    [InlineData("matchExpressions: [{key: {|HF2017:a b|}, operator: Exists}]")]
    [InlineData("matchExpressions: [{key: a, operator: {|HF6007:In|}}]")]
    [InlineData("matchLabels: {a: ''}, matchExpressions: [{key: example.com/a, operator: NotIn, values: [b]}]")]
    public async Task OfOtherPods(string selector)
    {
        await ManifestCheck.PodsAsync($"affinity: {{podAntiAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: [{{topologyKey: zone, labelSelector: {{}}, namespaceSelector: {{{selector}}}}}]}}}}");
        await ManifestCheck.ObjectsAsync($"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: orders}}\nspec: {{podSelector: {{{selector}}}}}");
        await ManifestCheck.ObjectsAsync($"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: data}}\nspec: {{accessModes: [ReadWriteOnce], resources: {{requests: {{storage: 1Gi}}}}, selector: {{{selector}}}}}");
    }

    [Theory]
    [InlineData("matchLabels: {app: orders, {|HF2017:a b|}: {|HF5020:c|}}")]
    [InlineData("matchLabels: {a: {|HF5020:{|HF2017:b c|}|}}")]
    [InlineData("matchExpressions: [{key: {|HF2017:a b|}, operator: DoesNotExist}]")]
    [InlineData("matchExpressions: [{key: a, operator: {|HF6007:In|}}]")]
    [InlineData("matchLabels: {app: orders}, matchExpressions: [{key: example.com/a, operator: NotIn, values: [b]}]")]
    public Task OfASpread(string selector) =>
        ManifestCheck.PodsAsync($"topologySpreadConstraints: [{{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {{{selector}}}}}]");

    [Theory]
    [InlineData("app: {|HF5007:{|HF2017:a b|}|}")]
    [InlineData("{|HF2017:a b|}: {|HF5007:c|}")]
    public Task OfABudget(string label) => ManifestCheck.ObjectsAsync($"apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {{name: orders}}\nspec: {{maxUnavailable: 1, selector: {{matchLabels: {{{label}}}}}}}");

    [Theory]
    [InlineData("{|HF2017:protection|}")]
    [InlineData("{|HF2017:example.com/a b|}")]
    [InlineData("example.com/protection")]
    [InlineData("foregroundDeletion")]
    public Task Finalizers(string finalizer) => ManifestCheck.ObjectsAsync($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: texts, finalizers: [{finalizer}]}}");

    [Fact]
    public Task FinalizersOfCustomResources() => ManifestCheck.ObjectsAsync("apiVersion: example.com/v1\nkind: Shop\nmetadata: {name: shop, finalizers: [protection]}");

    [Theory]
    [InlineData("{|HF2017:a b|}")]
    [InlineData("{|HF2017:a..b|}")]
    [InlineData("_tcp.orders.example.")]
    [InlineData(".")]
    public Task SearchDomains(string domain) => ManifestCheck.PodsAsync($"dnsConfig: {{searches: [{domain}]}}");
}
