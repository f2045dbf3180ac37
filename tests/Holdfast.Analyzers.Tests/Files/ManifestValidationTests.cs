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
    public Task WhatAContainerNeeds(string container) => ManifestCheck.PodsAsync($"volumes: [{{name: tmp, emptyDir: {{}}}}]\n      initContainers: [{container}]");

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
    public Task WhatAPodNeeds(string fields) => ManifestCheck.PodsAsync(fields);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec: {selector: {app: orders}, ports: [{{|HF6007:name|}: http}]}")]
    [InlineData("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: front}\nspec: {podSelector: {}, ingress: [{from: [{{|HF6007:ipBlock|}: {except: []}}]}]}")]
    [InlineData("apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, {|HF6007:dataSource|}: {kind: PersistentVolumeClaim}}")]
    [InlineData("apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: orders}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app: orders}, matchExpressions: [{{|HF6007:key|}: app}]}}")]
    public Task WhatOtherObjectsNeed(string manifest) => ManifestCheck.ObjectsAsync(manifest);

    [Theory]
    [InlineData("accessModes: [{|HF2020:RWO|}], resources: {requests: {storage: 1Gi}}")]
    [InlineData("accessModes: [ReadWriteOnce, {|HF6007:ReadWriteOncePod|}], resources: {requests: {storage: 1Gi}}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: {|HF3008:10GB|}}}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: {|HF3008:500m|}}}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}, limits: {storage: {|HF3008:2GB|}}}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, storageClassName: {|HF2003:Fast_SSD|}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, volumeMode: {|HF2020:FileSystem|}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, dataSource: {kind: {|HF3019:VolumeSnapshot|}, name: a}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, dataSourceRef: {kind: {|HF3019:VolumeSnapshot|}, name: a}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, selector: {matchExpressions: [{key: a, operator: {|HF6007:In|}}]}")]
    [InlineData("accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: {|HF6007:b|}}")]
    [InlineData("accessModes: [ReadWriteOnce, ReadWriteOnce], resources: {requests: {storage: 1Gi}, limits: {storage: 1Gi}}, storageClassName: '', volumeMode: Block, dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: a}")]
    public async Task Claims(string spec)
    {
        await ManifestCheck.ObjectsAsync($"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: data}}\nspec: {{{spec}}}");
        await ManifestCheck.PodsAsync($"volumes: [{{name: scratch, ephemeral: {{volumeClaimTemplate: {{spec: {{{spec}}}}}}}}}]");
    }

    [Theory]
    [InlineData("{|HF6007:data|}", "accessModes: [], resources: {requests: {storage: 1Gi}}")]
    [InlineData("{|HF6007:data|}", "resources: {requests: {storage: 1Gi}}")]
    [InlineData("{|HF6007:data|}", "accessModes: [ReadWriteOnce]")]
    [InlineData("{|HF6007:data|}", "accessModes: [ReadWriteOnce], resources: {limits: {storage: 1Gi}}")]
    [InlineData("data", "accessModes: [ReadWriteOnce], resources: {requests: {storage: '${SIZE}'}}")]
    public async Task WhatAClaimNeeds(string name, string spec)
    {
        await ManifestCheck.ObjectsAsync($"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: {name}}}\nspec: {{{spec}}}");
        await ManifestCheck.PodsAsync($"volumes: [{{name: {name}, ephemeral: {{volumeClaimTemplate: {{spec: {{{spec}}}}}}}}}]");
    }

    [Fact]
    public Task AClaimWithoutASpecIsRefused() => ManifestCheck.ObjectsAsync("{|HF6007:apiVersion|}: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data, labels: {team: shop}}");

    [Theory]
    [InlineData("data: {{|HF2003:a b|}: YQ==}")]
    [InlineData("stringData: {{|HF2003:Logging:Level|}: a}")]
    [InlineData("data: {a: {|HF6007:'***'|}}")]
    [InlineData("type: {|HF6007:kubernetes.io/tls|}, stringData: {tls.crt: a}")]
    [InlineData("type: {|HF6007:kubernetes.io/dockerconfigjson|}, stringData: {config: a}")]
    [InlineData("type: {|HF6007:kubernetes.io/ssh-auth|}, stringData: {key: a}")]
    [InlineData("type: {|HF6007:kubernetes.io/basic-auth|}, stringData: {user: a}")]
    [InlineData("type: {|HF6007:kubernetes.io/service-account-token|}")]
    [InlineData("type: kubernetes.io/tls, stringData: {tls.crt: a}, data: {tls.key: YQ==}")]
    [InlineData("type: kubernetes.io/basic-auth, stringData: {username: a}")]
    [InlineData("type: example.com/any, data: {a: YQ==}, stringData: {a: b, .env: c}")]
    [InlineData("data: {a: '<path:shop/data/keys#a>', b: 'ref+vault://shop/keys#b', c: __KEY__, d: '#{KEY}#'}")]
    [InlineData("data: {a: 'ENC[AES256_GCM,data:x]'}, {|HF9009:sops|}: {version: 3.8.1}")]
    public Task Secrets(string fields) => ManifestCheck.ObjectsAsync($"apiVersion: v1\nkind: Secret\nmetadata: {{name: keys}}\n{Block(fields)}");

    [Theory]
    [InlineData(1048576, "stringData", "large")]
    [InlineData(1048577, "stringData", "{|HF9022:large|}")]
    public Task TheSizeOfASecret(int bytes, string field, string key) =>
        ManifestCheck.ObjectsAsync($"apiVersion: v1\nkind: Secret\nmetadata: {{name: keys}}\n{field}: {{{key}: {new string('x', bytes)}}}");

    [Fact]
    public Task EntriesOfBytesCountAsManyAsTheyAre() => ManifestCheck.ObjectsAsync(
        $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: texts}}\ndata: {{{{|HF9022:large|}}: {new string('x', 1048575)}}}\nbinaryData: {{{{|HF2003:a b|}}: YWE=}}",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: others}\ndata: {large: " + new string('x', 1048575) + "}\nbinaryData: {a: YQ==}");

    /// <summary>Fields in a row as lines: those of an object cannot be in braces beside its first lines.</summary>
    private static string Block(string fields) => System.Text.RegularExpressions.Regex.Replace(fields, @", (?=(?:data|stringData|\{\|HF9009:sops\|\}): )", "\n");
}
