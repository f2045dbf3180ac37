namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Small things of several objects, each beside the nearest that the API server takes.</summary>
public class ManifestNearMissTests
{
    [Theory]
    [InlineData("{|HF2003:orders/budget|}")]
    [InlineData("{|HF2003:..|}")]
    [InlineData("{|HF2003:Orders_Budget|}")]
    [InlineData("orders.budget")]
    public Task NamesOfBudgets(string name) => ManifestCheck.ObjectsAsync($"apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {{name: {name}}}\nspec: {{maxUnavailable: 1, selector: {{matchLabels: {{app: orders}}}}}}");

    [Fact]
    public Task FieldsOfCustomResourcesHaveTheirOwnValues() => ManifestCheck.ObjectsAsync(
        "apiVersion: cloud.google.com/v1\nkind: ComputeClass\nmetadata: {name: small}\nspec: {whenUnsatisfiable: DoNotScaleUp, minReplicas: 0}");

    [Theory]
    [InlineData("{|HF2003:shop.orders|}")]
    [InlineData("shop-orders")]
    public Task NamesOfNamespaces(string name) => ManifestCheck.ObjectsAsync($"apiVersion: v1\nkind: Namespace\nmetadata: {{name: {name}}}");

    [Theory]
    [InlineData("type: ExternalName, externalName: orders.example, clusterIP: {|HF6007:10.0.0.1|}")]
    [InlineData("type: ExternalName, externalName: orders.example")]
    [InlineData("externalTrafficPolicy: {|HF6007:Local|}")]
    [InlineData("ports: [{name: http, port: 8080, nodePort: {|HF6007:30080|}}]")]
    [InlineData("ports: [{name: http, port: 8080, nodePort: 0}]")]
    [InlineData("externalIPs: [10.0.0.1], externalTrafficPolicy: Local")]
    public Task Services(string spec) => ManifestCheck.ObjectsAsync($"apiVersion: v1\nkind: Service\nmetadata: {{name: front}}\nspec: {{{spec}, selector: {{app: orders}}{(spec.Contains("ports:", StringComparison.Ordinal) ? string.Empty : ", ports: [{name: http, port: 8080}]")}}}");

    [Theory]
    [InlineData("updateStrategy: {type: OnDelete, {|HF6007:rollingUpdate|}: {}}")]
    [InlineData("updateStrategy: {type: OnDelete, rollingUpdate: null}")]
    [InlineData("selector: {}")]
    public Task Sets(string fields) => ManifestCheck.SetAsync(fields.Replace("selector: {}", "{|HF6007:selector|}: {}", StringComparison.Ordinal));

    [Theory]
    [InlineData("strategy: {type: Recreate, {|HF4005:rollingUpdate|}: {}}", "containers: [{name: front, image: 'front:1'}]")]
    [InlineData("strategy: {type: Recreate, rollingUpdate: null}", "containers: [{name: front, image: 'front:1'}]")]
    [InlineData("replicas: 1", "{|HF6007:containers|}: []")]
    public Task Deployments(string fields, string containers) => ManifestCheck.DeploymentAsync(fields, containers);

    [Theory]
    [InlineData("initContainers: [{name: i, image: 'i:1', restartPolicy: Never, {|HF6007:readinessProbe|}: {exec: {command: [a]}}}]")]
    [InlineData("initContainers: [{name: i, image: 'i:1', restartPolicy: Always, readinessProbe: {exec: {command: [a]}}}]")]
    [InlineData("initContainers: [{name: i, image: 'i:1', {|HF6007:restartPolicyRules|}: [{action: Restart, exitCodes: {operator: In, values: [1]}}]}]")]
    [InlineData("initContainers: [{name: i, image: 'i:1', restartPolicy: Never, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]}]")]
    [InlineData("hostNetwork: true\n      initContainers: [{name: i, image: 'i:1', ports: [{containerPort: 81, hostPort: {|HF6007:82|}}]}]")]
    [InlineData("hostNetwork: true\n      initContainers: [{name: i, image: 'i:1', ports: [{containerPort: 81, hostPort: 0}, {containerPort: 82, hostPort: 0}]}]")]
    [InlineData("dnsPolicy: {|HF6007:None|}\n      dnsConfig: {nameservers: []}")]
    [InlineData("dnsPolicy: None\n      dnsConfig: {nameservers: [10.0.0.1]}")]
    [InlineData("initContainers: [{name: i, image: 'i:1', resources: {requests: {memory: ' 1Gi '}}}]")]
    public Task Pods(string fields) => ManifestCheck.PodsAsync(fields);

    [Theory]
    [InlineData("{port: 80, endPort: {|HF6005:65536|}}")]
    [InlineData("{port: 80, endPort: 65535}")]
    public Task RangesOfPorts(string port) => ManifestCheck.ObjectsAsync($"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: orders}}\nspec: {{podSelector: {{}}, ingress: [{{ports: [{port}]}}]}}");
}
