using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>
/// What the API server refuses and a hand-written manifest can say, section by section, with the near misses that it takes.
/// What a declaration can say as well is in <see cref="Rules.KubernetesValidationTests"/>.
/// </summary>
public class ManifestValidationTests
{
    [Theory]
    [InlineData("{{|HF6007:name|}: b}")]
    [InlineData("{{|HF6007:image|}: 'b:1'}")]
    [InlineData("{name: b, image: 'b:1', ports: [{{|HF6007:name|}: web}]}")]
    [InlineData("{name: b, image: 'b:1', env: [{{|HF6007:value|}: x}]}")]
    [InlineData("{name: b, image: 'b:1', env: [{name: A, valueFrom: {{|HF6007:fieldRef|}: {apiVersion: v1}}}]}")]
    [InlineData("{name: b, image: 'b:1', env: [{name: A, valueFrom: {{|HF6007:resourceFieldRef|}: {divisor: 1}}}]}")]
    [InlineData("{name: b, image: 'b:1', envFrom: [{{|HF6007:configMapRef|}: {}}]}")]
    [InlineData("{name: b, image: 'b:1', volumeMounts: [{{|HF6007:mountPath|}: /a}]}")]
    [InlineData("{name: b, image: 'b:1', volumeMounts: [{{|HF6007:name|}: tmp}]}")]
    [InlineData("{name: b, image: 'b:1', resizePolicy: [{{|HF6007:resourceName|}: cpu}]}")]
    [InlineData("{name: b, image: 'b:1', restartPolicy: Always, livenessProbe: {httpGet: {port: 80, httpHeaders: [{{|HF6007:value|}: a}]}}}")]
    [InlineData("{name: b, image: 'b:1', securityContext: {{|HF6007:seccompProfile|}: {}}}")]
    [InlineData("{name: b, image: 'b:1', ports: [{containerPort: 81}], env: [{name: A}], envFrom: [{configMapRef: {name: c}}], volumeMounts: [{name: tmp, mountPath: /a}]}")]
    public Task WhatAContainerNeeds(string container) => Pods($"volumes: [{{name: tmp, emptyDir: {{}}}}]\n      initContainers: [{container}]");

    [Theory]
    [InlineData("volumes: [{{|HF6007:emptyDir|}: {}}]")]
    [InlineData("volumes: [{name: v, projected: {sources: [{{|HF6007:configMap|}: {optional: true}}]}}]")]
    [InlineData("volumes: [{name: v, downwardAPI: {items: [{{|HF6007:fieldRef|}: {fieldPath: metadata.name}}]}}]")]
    [InlineData("securityContext: {sysctls: [{{|HF6007:value|}: '1'}]}")]
    [InlineData("securityContext: {{|HF6007:appArmorProfile|}: {}}")]
    [InlineData("{|HF6007:os|}: {}")]
    [InlineData("topologySpreadConstraints: [{{|HF6007:topologyKey|}: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}]")]
    [InlineData("topologySpreadConstraints: [{{|HF6007:maxSkew|}: 1, topologyKey: zone, labelSelector: {}}]")]
    [InlineData("affinity: {podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{{|HF6007:podAffinityTerm|}: {topologyKey: zone, labelSelector: {}}}]}}")]
    [InlineData("affinity: {podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{{|HF6007:weight|}: 1}]}}")]
    [InlineData("affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{{|HF6007:key|}: a}]}]}}}")]
    [InlineData("affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1}]}}")]
    [InlineData("readinessGates: [{|HF6007:|}{}]")]
    [InlineData("hostAliases: [{{|HF6007:hostnames|}: [a]}]")]
    [InlineData("imagePullSecrets: [{}]")]
    public Task WhatAPodNeeds(string fields) => Pods(fields);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec: {selector: {app: orders}, ports: [{{|HF6007:name|}: http}]}")]
    [InlineData("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: front}\nspec: {podSelector: {}, ingress: [{from: [{{|HF6007:ipBlock|}: {except: []}}]}]}")]
    [InlineData("apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, {|HF6007:dataSource|}: {kind: PersistentVolumeClaim}}")]
    [InlineData("apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: orders}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: orders}, matchExpressions: [{{|HF6007:key|}: app}]}}")]
    public Task WhatOtherObjectsNeed(string manifest) => VerifyAsync(Manifest.StatefulSet("orders"), manifest);

    private static Task Pods(string fields) => VerifyAsync(Manifest.StatefulSet("orders", podSpec: "\n      " + fields));

    private static Task VerifyAsync(params string[] manifests) => new ManifestRun()
        .File("k8s/orders.yaml", string.Join("\n---\n", manifests.Append(Manifest.Service("orders", "orders"))))
        .VerifyAsync();
}
