using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What real manifests do on purpose, and simple rules take for mistakes.</summary>
public class KnownTrapTests
{
    private const string Mounted = "volumeMounts: [{name: data, mountPath: /data}]";

    private const string Templates = "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}";

    /// <summary>cockroachdb, rabbitmq/diy-kubernetes-examples.</summary>
    [Fact]
    public Task AVolumeOfTheTemplatesName() => VerifyAsync(
        Yaml.Set(Templates + "]", Yaml.Volume("{claimName: data}"), Mounted));

    /// <summary>zalando/patroni: the application writes the endpoints, and the Service is still not headless.</summary>
    [Fact]
    public Task AGoverningServiceWithoutASelector() => VerifyAsync(Yaml.Documents(
        "{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {type: ClusterIP, ports: [{port: 5432}]}}",
        Yaml.Set().Replace("serviceName: orders", "serviceName: {|HF1003:orders|}", StringComparison.Ordinal)));

    /// <summary>metacontroller, emojivoto, mimir's compactor.</summary>
    [Theory]
    [InlineData("serviceName: \"\"")]
    [InlineData("minReadySeconds: 0")]
    public Task ASetWithoutAGoverningService(string field) =>
        VerifyAsync(Yaml.Set().Replace("serviceName: orders", field, StringComparison.Ordinal));

    /// <summary>hazelcast: clients are governed by the servers' Service, which does not select them.</summary>
    [Fact]
    public Task ClientsGovernedByTheServersService() => VerifyAsync(Yaml.Documents(
        Yaml.Headless.Replace("selector: {app: orders}", "selector: {app: {|HF1005:orders|}}", StringComparison.Ordinal),
        Yaml.Set(),
        Yaml.Set(name: "clients", labels: "app: clients")));

    /// <summary>Yolean/kubernetes-kafka, argo-cd: patches that kustomize merges into something else.</summary>
    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders}, spec: {replicas: 5}}")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders}, spec: {template: {spec: {containers: [{name: orders, volumeMounts: [{name: extra, mountPath: /x}]}]}}}}")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders}, spec: {persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}}}")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders}}")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: orders}}")]
    [InlineData("{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Service}]}")]
    [InlineData("{kind: StatefulSet}")]
    [InlineData("{}")]
    public async Task PartsOfObjects(string yaml)
    {
        ManifestRuleTest.Verify(yaml);

        // Beside a kustomization, what lacks its main fields is taken for a patch.
        await new ManifestRun().File("k8s/orders.yaml", yaml).File("overlay/kustomization.yaml", "resources: []").VerifyAsync();
    }

    /// <summary>argo-cd's resource_customizations: another StatefulSet.</summary>
    [Fact]
    public Task AStatefulSetOfAnotherGroup() => VerifyAsync(
        Yaml.Set(pod: Yaml.Volume("{claimName: shared}"), container: Mounted, name: "Orders").Replace("apps/v1", "apps.kruise.io/v1beta1", StringComparison.Ordinal));

    [Theory]
    [InlineData("replicas: 0")]
    [InlineData("replicas: null")]
    [InlineData("updateStrategy: {type: OnDelete}")]
    [InlineData("replicas: 6")]
    public Task NumbersAndStrategies(string field) => VerifyAsync(Yaml.Documents(
        Yaml.Headless,
        Yaml.Set(Templates + "]", container: Mounted).Replace("replicas: 3", field, StringComparison.Ordinal)));

    [Fact]
    public Task TwoClaimsForEachMember() => VerifyAsync(Yaml.Documents(
        Yaml.Headless,
        Yaml.Set(
            Templates + ", {metadata: {name: log}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]",
            container: "volumeMounts: [{name: data, mountPath: /data}, {name: log, mountPath: /log}]")));

    /// <summary>kubernetes/website's mysql.</summary>
    [Fact]
    public Task ADeploymentOfOneThatIsRecreated() => VerifyAsync(Yaml.Documents(
        Yaml.Deployment("replicas: 1, strategy: {type: Recreate}", Yaml.Volume("{claimName: shared}")),
        Yaml.Claim("shared", "ReadWriteOnce")));

    /// <summary>By the rules alone, and as a build runs them over a file of the project.</summary>
    private static Task VerifyAsync(string yaml)
    {
        ManifestRuleTest.Verify(yaml);
        return new ManifestRun().File("k8s/all.yaml", yaml).VerifyAsync();
    }
}
