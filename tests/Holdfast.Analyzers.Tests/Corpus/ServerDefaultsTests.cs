using System.Text.Json.Nodes;

namespace Holdfast.Analyzers.Tests.Corpus;

/// <summary>What the API server was seen to fill in, a few fields at a time.</summary>
public class ServerDefaultsTests
{
    private const string Container = "spec.template.spec.containers[c].";

    [Theory]
    [InlineData("", "spec.replicas", "1")]
    [InlineData("", "spec.podManagementPolicy", "\"OrderedReady\"")]
    [InlineData("", "spec.revisionHistoryLimit", "10")]
    [InlineData("", "spec.minReadySeconds", "0")]
    [InlineData("", "spec.persistentVolumeClaimRetentionPolicy.whenScaled", "\"Retain\"")]
    [InlineData("persistentVolumeClaimRetentionPolicy: { whenScaled: Delete }", "spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "\"Retain\"")]
    [InlineData("persistentVolumeClaimRetentionPolicy: { whenScaled: Delete }", "spec.persistentVolumeClaimRetentionPolicy.whenScaled", "\"Delete\"")]
    [InlineData("", "spec.updateStrategy.type", "\"RollingUpdate\"")]
    [InlineData("", "spec.updateStrategy.rollingUpdate.partition", "0")]
    [InlineData("updateStrategy: { rollingUpdate: { partition: 2 } }", "spec.updateStrategy.rollingUpdate.partition", "2")]
    [InlineData("updateStrategy: { type: RollingUpdate }", "spec.updateStrategy.rollingUpdate.partition", null)]
    [InlineData("updateStrategy: { type: OnDelete }", "spec.updateStrategy.rollingUpdate.partition", null)]
    [InlineData("volumeClaimTemplates: [{ metadata: { name: d }, spec: { accessModes: [ReadWriteOnce] } }]", "spec.volumeClaimTemplates[d].spec.volumeMode", "\"Filesystem\"")]
    [InlineData("volumeClaimTemplates: [{ metadata: { name: d }, spec: { accessModes: [ReadWriteOnce] } }]", "spec.volumeClaimTemplates[d].kind", "\"PersistentVolumeClaim\"")]
    [InlineData("volumeClaimTemplates: [{ metadata: { name: d }, spec: { accessModes: [ReadWriteOnce] } }]", "spec.volumeClaimTemplates[d].spec.storageClassName", null)]
    public void OfASet(string written, string path, string? value) =>
        Assert.Equal(value, Filled($"kind: StatefulSet\nmetadata: {{ name: a }}\nspec:\n  serviceName: a\n  {written}").GetValueOrDefault(path));

    [Theory]
    [InlineData("", "spec.template.spec.restartPolicy", "\"Always\"")]
    [InlineData("", "spec.template.spec.terminationGracePeriodSeconds", "30")]
    [InlineData("", "spec.template.spec.securityContext", "{}")]
    [InlineData("serviceAccountName: robot", "spec.template.spec.serviceAccount", "\"robot\"")]
    [InlineData("volumes: [{ name: v }]", "spec.template.spec.volumes[v].emptyDir", "{}")]
    [InlineData("volumes: [{ name: v, configMap: { name: c } }]", "spec.template.spec.volumes[v].configMap.defaultMode", "420")]
    [InlineData("volumes: [{ name: v, configMap: { name: c, defaultMode: 0755 } }]", "spec.template.spec.volumes[v].configMap.defaultMode", "493")]
    [InlineData("volumes: [{ name: v, hostPath: { path: / } }]", "spec.template.spec.volumes[v].hostPath.type", "\"\"")]
    public void OfAPod(string written, string path, string? value) =>
        Assert.Equal(value, Filled($"kind: StatefulSet\nmetadata: {{ name: a }}\nspec:\n  template:\n    spec:\n      containers: []\n      {written}").GetValueOrDefault(path));

    [Theory]
    [InlineData("image: redis", "imagePullPolicy", "\"Always\"")]
    [InlineData("image: redis:latest", "imagePullPolicy", "\"Always\"")]
    [InlineData("image: redis:7", "imagePullPolicy", "\"IfNotPresent\"")]
    [InlineData("image: localhost:5000/redis", "imagePullPolicy", "\"Always\"")]
    [InlineData("image: redis@sha256:0123", "imagePullPolicy", "\"IfNotPresent\"")]
    [InlineData("image: redis, imagePullPolicy: Never", "imagePullPolicy", "\"Never\"")]
    [InlineData("image: redis", "terminationMessagePolicy", "\"File\"")]
    [InlineData("image: redis", "resources", "{}")]
    [InlineData("ports: [{ containerPort: 1 }]", "ports[1/TCP].protocol", "\"TCP\"")]
    [InlineData("env: [{ name: N, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]", "env[N].valueFrom.fieldRef.apiVersion", "\"v1\"")]
    [InlineData("env: [{ name: N, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }]", "env[N].valueFrom.resourceFieldRef.divisor", "\"0\"")]
    [InlineData("livenessProbe: { httpGet: { port: 1 } }", "livenessProbe.httpGet.path", "\"/\"")]
    [InlineData("livenessProbe: { httpGet: { port: 1 } }", "livenessProbe.httpGet.scheme", "\"HTTP\"")]
    [InlineData("livenessProbe: { grpc: { port: 1 } }", "livenessProbe.grpc.service", "\"\"")]
    [InlineData("livenessProbe: { tcpSocket: { port: 1 } }", "livenessProbe.failureThreshold", "3")]
    [InlineData("livenessProbe: { tcpSocket: { port: 1 }, periodSeconds: 0 }", "livenessProbe.periodSeconds", "10")]
    [InlineData("livenessProbe: { tcpSocket: { port: 1 }, periodSeconds: 4 }", "livenessProbe.periodSeconds", "4")]
    [InlineData("image: redis", "livenessProbe.periodSeconds", null)]
    [InlineData("volumeMounts: [{ name: v, mountPath: /v }]", "volumeMounts[/v].readOnly", "false")]
    public void OfAContainer(string written, string path, string? value) =>
        Assert.Equal(value, Filled($"kind: StatefulSet\nmetadata: {{ name: a }}\nspec: {{ template: {{ spec: {{ containers: [{{ name: c, {written} }}] }} }} }}").GetValueOrDefault(Container + path));

    [Theory]
    [InlineData("ports: [{ port: 80 }]", "type", "\"ClusterIP\"")]
    [InlineData("ports: [{ port: 80 }]", "ports[80/TCP].targetPort", "80")]
    [InlineData("ports: [{ port: 80, targetPort: http }]", "ports[80/TCP].targetPort", "\"http\"")]
    [InlineData("sessionAffinity: ClientIP", "sessionAffinityConfig.clientIP.timeoutSeconds", "10800")]
    [InlineData("sessionAffinityConfig: { clientIP: { timeoutSeconds: 5 } }", "sessionAffinityConfig.clientIP.timeoutSeconds", null)]
    [InlineData("type: LoadBalancer", "externalTrafficPolicy", "\"Cluster\"")]
    [InlineData("type: LoadBalancer", "allocateLoadBalancerNodePorts", "true")]
    [InlineData("type: ClusterIP", "externalTrafficPolicy", null)]
    [InlineData("type: ExternalName", "internalTrafficPolicy", null)]
    [InlineData("clusterIP: None", "clusterIPs", "[\"None\"]")]
    [InlineData("clusterIP: None", "ipFamilyPolicy", "\"RequireDualStack\"")]
    [InlineData("clusterIP: None, selector: { app: a }", "ipFamilyPolicy", "\"SingleStack\"")]
    [InlineData("clusterIP: None", "publishNotReadyAddresses", "false")]
    public void OfAService(string written, string path, string? value) =>
        Assert.Equal(value, Filled($"kind: Service\nmetadata: {{ name: a }}\nspec: {{ {written} }}").GetValueOrDefault("spec." + path));

    [Fact]
    public void OfABudgetAndAConfigMapNothing()
    {
        Assert.Equal(["metadata.name", "spec.minAvailable"], Filled("kind: PodDisruptionBudget\nmetadata: { name: a }\nspec: { minAvailable: 1 }").Keys);
        Assert.Equal(["data.k", "metadata.name"], Filled("kind: ConfigMap\nmetadata: { name: a }\ndata: { k: v }").Keys);
    }

    private static SortedDictionary<string, string> Filled(string yaml)
    {
        JsonObject tree = Assert.Single(CorpusYaml.Read(yaml));
        ServerDefaults.Fill(tree);
        return ObjectFields.Of(tree);
    }
}
