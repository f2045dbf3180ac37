using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What the API server and kubectl take although it looks wrong, each with what is next to it and is wrong.</summary>
public class AcceptedManifestTests
{
    private static Task VerifyAsync(params string[] manifests) => new ManifestRun().File("k8s/all.yaml", string.Join("\n---\n", manifests)).VerifyAsync();

    [Theory]
    [InlineData("/v1", "port: 80")]
    [InlineData("v1", "port: 80")]
    [InlineData("/v1", "port: {|HF6005:80000|}")]
    [InlineData("{|HF6008:V1|}", "port: 80")]
    public Task TheGroupWithoutANameMayHaveItsSlash(string version, string port) =>
        VerifyAsync($"apiVersion: {version}\nkind: Service\nmetadata: {{name: orders}}\nspec:\n  selector: {{app: orders}}\n  ports:\n  - {port}\n");

    [Theory]
    [InlineData("batch/v1", "Job", "migrate-")]
    [InlineData("v1", "Pod", "migrate-")]
    [InlineData("v1", "Pod", "{|HF2003:migrate.|}")]
    [InlineData("apps/v1", "StatefulSet", "orders-")]
    [InlineData("v1", "Service", "orders-")]
    [InlineData("v1", "Service", "orders--")]
    [InlineData("v1", "Pod", "{|HF2003:Migrate-|}")]
    [InlineData("v1", "Pod", "{|HF2003:migrate_|}")]
    [InlineData("v1", "Service", "{|HF2003:orders.a-|}")]
    public Task AGeneratedNameGoesOnAfterItsDash(string apiVersion, string kind, string name)
    {
        string pod = "containers: [{name: a, image: 'registry.example/a:1.0', securityContext: {runAsNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false}, resources: {requests: {cpu: 10m, memory: 10Mi}, limits: {memory: 10Mi}}}]";
        string spec = kind switch
        {
            "Service" => "{clusterIP: None, ports: [{port: 80}], selector: {app: a}}",
            "Pod" => $"{{{pod}}}",
            "Job" => $"{{template: {{spec: {{restartPolicy: Never, {pod}}}}}}}",
            _ => $"{{serviceName: orders, selector: {{matchLabels: {{app: a}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{{pod}}}}}}}",
        };
        return VerifyAsync($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{generateName: {name}}}\nspec: {spec}\n");
    }

    [Theory]
    [InlineData("requests: {memory: 64Mi, cpu: null}")]
    [InlineData("limits: {memory: null}")]
    [InlineData("requests: {memory: {|HF3008:64MB|}}")]
    [InlineData("requests: {memory: {|HF3008:''|}}")]
    public Task NoAmountOfCpuIsZero(string amounts) => VerifyAsync(
        Manifest.StatefulSet("orders").Replace("    ports:\n", "    resources:\n          " + amounts + "\n        ports:\n", StringComparison.Ordinal),
        Manifest.Service("orders", "orders"));

    [Fact]
    public async Task TwoVariablesOfOneNameAreAWarning() => Assert.Equal(
        ["k8s/all.yaml(22,18): warning HF2015: Two environment variables have 'name: A', so the API server accepts it with a warning and the last one wins, but server-side apply fails; change one of the two, or remove it"],
        await new ManifestRun().File("k8s/all.yaml", Manifest.StatefulSet("orders").Replace("    ports:\n", "    env:\n        - {name: A, value: a}\n        - {name: A, value: b}\n        ports:\n", StringComparison.Ordinal)
            + "---\n" + Manifest.Service("orders", "orders")).ShowAsync());

    [Theory]
    [InlineData("orders-member: \"true\"", "orders-member: \"true\"")]
    [InlineData("example.com/is-silo: \"true\"", "example.com/is-silo: \"true\"")]
    [InlineData("version: '1'", "{|HF1010:version|}: '1'")]
    public Task AMembershipLabelDoesNotChange(string label, string selected) => VerifyAsync(
        Manifest.StatefulSet("orders").Replace("      labels:\n", "      labels:\n        " + label + "\n", StringComparison.Ordinal).Replace("matchLabels:\n", "matchLabels:\n      " + selected + "\n", StringComparison.Ordinal),
        Manifest.Service("orders", "orders"));

    [Theory]
    [InlineData("dapr.io/enabled: \"true\"", "dapr-http")]
    [InlineData("sidecar.istio.io/inject: \"true\"", "dapr-http")]
    [InlineData("linkerd.io/inject: enabled", "dapr-http")]
    [InlineData("linkerd.io/inject: disabled", "{|HF5017:dapr-http|}")]
    [InlineData("example.com/notes: injected by hand", "{|HF5017:dapr-http|}")]
    public Task AnInjectedContainerMayHaveThePort(string annotation, string port) => VerifyAsync(
        Manifest.StatefulSet("orders").Replace("    metadata:\n      labels:\n", "    metadata:\n      annotations:\n        " + annotation + "\n      labels:\n", StringComparison.Ordinal),
        Manifest.Service("orders", "orders"),
        Manifest.Service("dapr", "orders", clusterIp: "''").Replace("port: 8080", "port: 80\n    targetPort: " + port, StringComparison.Ordinal));

    [Theory]
    [InlineData("args: [ \"--one\",\nEXTRA\n            \"--two\" ]")]
    [InlineData("args: [ \"--one\", # the first\nEXTRA ]")]
    public Task AFlowListMayGoOnFurtherLeft(string args)
    {
        string pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: agent\nspec:\n  containers:\n  - name: agent\n    image: registry.example/agent:1.0\n    ";
        return VerifyAsync(pod + args + "\n    {|HF9009:arg|}: []\n");
    }

    [Fact]
    public async Task AListThatIsNotClosedCannotBeRead()
    {
        string line = Assert.Single(await new ManifestRun().File("k8s/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: agent\nspec: [ a,\nb\n").ShowAsync());
        Assert.Contains("HF9030", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
    }
}
