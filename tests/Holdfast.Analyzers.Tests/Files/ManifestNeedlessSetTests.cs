using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>StatefulSets that nothing needs, and what may need them.</summary>
[HomeOf("HF5025")]
public class ManifestNeedlessSetTests
{
    private const string Orleans = "labels: {app: app, orleans/serviceId: shop, orleans/clusterId: shop}";

    private const string Akka = "env: [{name: AkkaSettings__AkkaManagementOptions__DiscoveryMethod, value: Kubernetes}]";

    private const string PodName = "env: [{name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]";

    [Theory]
    [InlineData("serviceName: app", Orleans, "")]
    [InlineData("serviceName: app", Orleans, PodName)] // which Orleans' package needs
    [InlineData("serviceName: app", "", Akka)]
    [InlineData("replicas: 3", "", "")] // no governing Service
    public Task NothingNeedsIt(string spec, string metadata, string container) => Verify("{|HF5025:app|}", spec, metadata, container);

    [Theory]
    [InlineData("serviceName: app", "", "")]
    [InlineData("serviceName: app", "labels: {app: app, orleans/serviceId: shop}", "")]
    [InlineData("serviceName: app", "", "env: [{name: AKKA__CLUSTER__SEED_NODES__0, value: 'akka.tcp://app@app-0.app:4053'}]")]
    [InlineData("serviceName: app", "", "env: [{name: AKKA__DISCOVERY__METHOD, value: config}]")]
    [InlineData("replicas: 3", "", PodName)]
    [InlineData("replicas: 3", "", "command: [sh, -c, 'run --id ${HOSTNAME##*-}']")]
    [InlineData("replicas: 3", "", "args: [--leader=app-0]")]
    [InlineData("replicas: 3", "", "envFrom: [{configMapRef: {name: app}}]")]
    [InlineData("podManagementPolicy: OrderedReady", "", "")]
    [InlineData("updateStrategy: {type: OnDelete}", "", "")]
    [InlineData("ordinals: {start: 1}", "", "")]
    [InlineData("volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]", Orleans, "")]
    public Task SomethingMay(string spec, string metadata, string container) => Verify("app", spec, metadata, container);

    [Theory]
    [InlineData("volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]")]
    [InlineData("volumes: [{name: data, hostPath: {path: /data}}]")]
    public Task VolumesThatLast(string pod) => Verify("app", "replicas: 1", "", "", pod);

    [Theory]
    [InlineData("volumes: [{name: data, emptyDir: {}}]")]
    public Task VolumesThatDoNot(string pod) => Verify("{|HF5025:app|}", "replicas: 1", "", "", pod);

    [Theory]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: seeds}\ndata: {seeds.conf: 'seeds = [app-0.app, app-1.app]'}")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: first}\nspec: {selector: {statefulset.kubernetes.io/pod-name: app-0}, ports: [{name: http, port: 80}]}")]
    public Task OthersThatNameItsPods(string other) => Verify("app", "replicas: 3", "", "", "", "\n---\n" + other);

    private static async Task Verify(string name, string spec, string metadata, string container, string pod = "", string objects = "")
    {
        string text = $$$"""
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: {{{name}}}}
            spec:
              {{{spec}}}
              selector: {matchLabels: {app: app}}
              template:
                metadata: { {{{(metadata.Length > 0 ? metadata : "labels: {app: app}")}}} }
                spec:
                  {{{pod}}}
                  containers:
                  - {name: app, image: 'registry.example/app:1.0'{{{(container.Length > 0 ? ", " + container : "")}}} }
            """;
        string[] found = [.. (await new ManifestRun().File("k8s/app.yaml", text.Replace(name, "app", StringComparison.Ordinal) + objects).IdsAsync(DiagnosticSeverity.Info))
            .Where(static line => line.EndsWith("HF5025", StringComparison.Ordinal))];
        Assert.Equal(name == "app" ? [] : ["k8s/app.yaml(3) HF5025"], found);
    }
}
