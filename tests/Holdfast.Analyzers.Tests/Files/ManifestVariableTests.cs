using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Names and ports in texts that variables are put into, and variables in other forms.</summary>
[HomeOf("HF2023", "HF6013")]
public class ManifestVariableTests
{
    private const string PodName = "{name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}";

    [Theory]
    [InlineData("{|HF2004:$(POD_NAME).orders.shop.svc|}")]
    [InlineData("{|HF2004:http://$(POD_NAME).orders:8080|}")]
    [InlineData("{|HF2004:rabbit@$(POD_NAME).$(SERVICE).shop.svc.cluster.local|}")]
    [InlineData("$(POD_NAME).orders-members.shop.svc")]
    [InlineData("$$(POD_NAME).orders.shop.svc")]
    [InlineData("$(POD_NAME).$(UNKNOWN).shop.svc")]
    [InlineData("$(POD_NAME)")]
    [InlineData("http://$(POD_NAME):8080")] // the pod itself knows its host name
    public Task OfTheSetsOwnPods(string value) => Verify(Set(value));

    /// <summary>A variable is put in where it is defined before.</summary>
    [Fact]
    public Task InTheOrderOfVariables() => Verify(Set("{|HF6010:$(LATER)-0.orders.shop.svc|}", "{|HF2004:$(LATER)-0.orders.shop.svc|}").Replace("name: LATER, value: a", "name: LATER, value: orders", StringComparison.Ordinal));

    [Theory]
    [InlineData("Deployment", "{|HF2004:$(POD_NAME).orders-members|}")]
    [InlineData("DaemonSet", "{|HF2004:tcp://$(POD_NAME).orders-members.shop.svc|}")]
    [InlineData("Deployment", "$(POD_NAME).json")]
    [InlineData("Deployment", "$(POD_NAME).example.com")]
    [InlineData("Deployment", "$(POD_NAME)")]
    [InlineData("Deployment", "$(POD_NAME).orders-members", "subdomain: orders-members, ")]
    public Task OfPodsWithoutNames(string kind, string value, string fields = "") => Verify(Set("a") + $$$"""

        ---
        apiVersion: apps/v1
        kind: {{{kind}}}
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: { {{{fields}}}containers: [{name: web, image: 'registry.example/web:1.0', env: [{{{PodName}}}, {name: OWN, value: '{{{value}}}'}]}]}
        """);

    [Theory]
    [InlineData("http://{|HF2004:orders-0.orders|}:8080")]
    [InlineData("tcp {|HF2004:orders-0.orders|}")]
    [InlineData("http://orders-0.orders-members:8080")]
    public Task OfTheSetInPlaceOfItsService(string value) => Verify(Set(value).Replace(", namespace: shop", "", StringComparison.Ordinal).Replace("\n  namespace: shop", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://{|HF2023:orders-members:80|}/")]
    [InlineData("http://{|HF2023:orders-0.orders-members:80|}/")]
    [InlineData("http://{|HF2023:orders-members.shop.svc:80|}")]
    [InlineData("http://orders-members:8080/")]
    [InlineData("http://orders-members:9999/")] // a container may listen on what it does not declare
    [InlineData("orders-members:80")] // no URL, so perhaps no host
    [InlineData("http://{|HF2023:front:8080|}")]
    [InlineData("http://front:80")]
    [InlineData("http://front")]
    [InlineData("http://other:8080")]
    [InlineData("http://outside:8080")] // a name elsewhere
    public Task OfPorts(string value) => Verify(Set(value).Replace("    port: 8080", "    port: 80\n    targetPort: http", StringComparison.Ordinal)
        + "\n---\napiVersion: v1\nkind: Service\nmetadata: {name: front, namespace: shop}\nspec: {selector: {app: orders}, ports: [{name: http, port: 80, targetPort: 8080}]}"
        + "\n---\napiVersion: v1\nkind: Service\nmetadata: {name: outside, namespace: shop}\nspec: {type: ExternalName, externalName: outside.example.com, ports: [{name: http, port: 80}]}");

    [Theory]
    [InlineData("{|HF6013:PLAINTEXT://${POD_NAME}:9092|}")]
    [InlineData("{|HF6013:http://$POD_NAME:9092|}")]
    [InlineData("http://$(POD_NAME):9092")]
    [InlineData("http://${OTHER}:9092")] // a tool fills it in
    [InlineData("http://$OTHER:9092")]
    [InlineData("$$POD_NAME")]
    [InlineData("echo ${POD_NAME} | tr a b")] // a script
    [InlineData("${POD_NAME%%-*}")]
    public Task OfShells(string value) => Verify(Set(value));

    [Theory]
    [InlineData("args: ['{|HF6013:--node=$POD_NAME|}']")]
    [InlineData("args: [start, '{|HF6013:--node=${POD_NAME}|}']")]
    [InlineData("command: [sh, -c, 'echo $POD_NAME']")]
    [InlineData("args: [shell, -ecx, 'exec start --join=${POD_NAME}']")]
    [InlineData("command: [/start.sh], args: [--node=$POD_NAME]")]
    public Task OfArguments(string fields) => Verify(Set("a").Replace("env:", fields.Replace(", args", "\n        args", StringComparison.Ordinal) + "\n        env:", StringComparison.Ordinal));

    /// <summary>Start scripts evaluate these, and some programs replace such texts themselves.</summary>
    [Theory]
    [InlineData("JAVA_OPTS")]
    [InlineData("SPRING_DATASOURCE_URL")]
    [InlineData("GF_SERVER_ROOT_URL")]
    [InlineData("network.publish_host")]
    public Task OfVariablesThatAreEvaluated(string name) => Verify(Set("a").Replace("name: LAST, value: 'b'", $"name: {name}, value: 'http://${{POD_NAME}}'", StringComparison.Ordinal));

    /// <summary>A tool that fills in one fills in the other.</summary>
    [Fact]
    public Task OfToolsThatFillThemIn() => Verify(Set("http://${POD_NAME}", "${OTHER}"));

    // A place has its quotes.
    private static Task Verify(string manifests) => new ManifestRun()
        .File("k8s/orders.yaml", System.Text.RegularExpressions.Regex.Replace(manifests, @"'\{\|(HF\d+):([^']*)\|\}'", "{|$1:'$2'|}"))
        .VerifyAsync();

    private static string Set(string value, string last = "b") =>
        Manifest.StatefulSet("orders", "orders-members").Replace("metadata:\n  name: orders\n", "metadata:\n  name: orders\n  namespace: shop\n", StringComparison.Ordinal).TrimEnd()
        + $"\n        env: [{PodName}, {{name: SERVICE, value: orders}}, {{name: UNKNOWN, valueFrom: {{configMapKeyRef: {{name: a, key: b}}}}}}, {{name: FIRST, value: '{value}'}}, {{name: LATER, value: a}}, {{name: LAST, value: '{last}'}}]"
        + "\n---\n" + Manifest.Service("orders-members", "orders").Replace("  name: orders-members\n", "  name: orders-members\n  namespace: shop\n", StringComparison.Ordinal).TrimEnd();
}
