using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>
/// What the API server refuses and a declaration can say, section by section: each form is an error at its place. Names,
/// labels, quantities and volumes have their own tables.
/// </summary>
public class KubernetesValidationTests
{
    private const string Members = """
        [Port(8080)] public static partial ServicePort Http { get; }
        [ClientService] public static partial Service Front { get; }
        """;

    [Theory]
    [InlineData("Replicas = {|HF6005:-1|}")]
    [InlineData("OrdinalStart = {|HF6005:-1|}")]
    [InlineData("Replicas = 5, OrdinalStart = {|HF2019:2147483645|}")]
    [InlineData("MinReadySeconds = {|HF6005:-1|}")]
    [InlineData("RevisionHistoryLimit = {|HF6005:-1|}")]
    [InlineData("TerminationGracePeriodSeconds = {|HF6005:-1|}")]
    [InlineData("UpdatePartition = {|HF6005:-1|}")]
    [InlineData("UpdateStrategy = UpdateStrategy.OnDelete, UpdatePartition = {|HF4005:1|}")]
    public Task Set(string arguments) => RuleTest.VerifyAsync(Source.App("\"orders\", " + arguments, members: Members));

    [Theory]
    [InlineData("podManagementPolicy: {|HF2020:{|HF9012:Serial|}|}")]
    [InlineData("updateStrategy: {type: {|HF2020:{|HF9012:Recreate|}|}}")]
    [InlineData("updateStrategy: {type: {|HF9012:OnDelete|}, {|HF6007:rollingUpdate|}: {maxUnavailable: 1}}")]
    [InlineData("revisionHistoryLimit: {|HF9010:5000000000|}")]
    [InlineData("minReadySeconds: {|HF9010:'5'|}")]
    [InlineData("{|HF9009:strategy|}: {type: Recreate}")]
    public Task SetPatches(string spec) => RuleTest.VerifyAsync(Source.App(attributes: Patch($"spec: {{{spec}}}"), members: Members));

    [Fact]
    public Task ANameOfAPortThatIsWrongIsToldWhereItStands() => RuleTest.VerifyAsync(Source.App(
        attributes: "[ReadinessProbe(Port = nameof(Http))]",
        members: "[Port(80, Name = {|HF2003:\"Http\"|})] public static partial ServicePort Http { get; }"));

    [Theory]
    [InlineData("[Env(\"A\", {|HF6007:\"b\"|}, FieldPath = \"metadata.name\")]")]
    [InlineData("[Env(\"A\", ConfigMap = {|HF6007:\"c\"|})]")]
    [InlineData("[Env(\"A\", ConfigMap = \"c\", Secret = {|HF6007:\"s\"|}, Key = \"k\")]")]
    [InlineData("[Env({|HF6008:\"A=B\"|}, \"c\")]")]
    [InlineData("[Env({|HF6008:\"Größe\"|}, \"c\")]")]
    [InlineData("[Env(\"A\", FieldPath = {|HF6008:\"status.podIp\"|})]")]
    [InlineData("[Env(\"A\", FieldPath = {|HF6008:\"spec.hostname\"|})]")]
    [InlineData("[Env(\"A\", Resource = {|HF6008:\"memory\"|})]")]
    [InlineData("[Env(\"A\", Resource = \"limits.memory\", Divisor = {|HF6007:\"2Mi\"|})]")]
    [InlineData("[EnvFrom(ConfigMap = \"c\", Secret = {|HF6007:\"s\"|})]")]
    [InlineData("[{|HF6007:LivenessProbe|}]")]
    [InlineData("[{|HF6007:ReadinessProbe(PeriodSeconds = 5)|}]")]
    [InlineData("[ReadinessProbe(Command = new[] { \"a\" }, Port = {|HF6007:nameof(Http)|})]")]
    [InlineData("[ReadinessProbe(HttpPath = {|HF6007:\"/\"|})]")]
    [InlineData("[ReadinessProbe(HttpPath = \"/\", Port = nameof(Http), HttpHeaders = {|HF6008:new[] { \"a b: c\" }|})]")]
    [InlineData("[LivenessProbe(Command = new[] { \"a\" }, SuccessThreshold = {|HF6005:2|})]")]
    [InlineData("[{|HF6007:PreStop|}]")]
    [InlineData("[PreStop(SleepSeconds = {|HF6007:31|})]")]
    [InlineData("[PreStop(Command = new[] { \"a\" }, SleepSeconds = {|HF6007:5|})]")]
    [InlineData("[ExtendedResource({|HF6007:\"gpu\"|}, \"1\")]")]
    [InlineData("[Resources(CpuRequest = {|HF6007:\"2\"|}, CpuLimit = \"1500m\")]")]
    [InlineData("[Resources(MemoryRequest = {|HF6007:\"2Gi\"|}, MemoryLimit = \"2G\")]")]
    [InlineData("[SecurityContext(RunAsUser = {|HF6005:-1|})]")]
    [InlineData("[SecurityContext(AddCapabilities = {|HF6007:new[] { \"CAP_SYS_ADMIN\" }|})]")]
    [InlineData("[Dns(Nameservers = {|HF2017:new[] { \"dns.example\" }|})]")]
    [InlineData("[Dns(Nameservers = {|HF6007:new[] { \"10.0.0.1\", \"10.0.0.2\", \"10.0.0.3\", \"10.0.0.4\" }|})]")]
    [InlineData("[Dns(Policy = {|HF6007:DnsPolicy.None|})]")]
    [InlineData("[Dns(Options = {|HF6007:new[] { \":\", \"\", \"a:\" }|})]")]
    [InlineData("[HostAlias({|HF2017:\"localhost\"|}, \"a\")]")]
    [InlineData("[Spread(MaxSkew = {|HF6005:0|})]")]
    [InlineData("[Spread(MinDomains = {|HF6007:2|})]")]
    [InlineData("[Toleration(Value = {|HF6007:\"v\"|})]")]
    [InlineData("[NodeAffinity(\"k\", {|HF6007:NodeAffinityOperator.In|})]")]
    [InlineData("[AntiAffinity(TopologyKey = {|HF2017:\"a zone\"|})]")]
    [InlineData("[AntiAffinity(Weight = {|HF6005:101|})]")]
    [InlineData("[DisruptionBudget(MinAvailable = 1, MaxUnavailable = {|HF6007:1|})]")]
    [InlineData("[DisruptionBudget(MinAvailablePercent = {|HF6005:101|})]")]
    public Task Attributes(string attribute) => RuleTest.VerifyAsync(Source.App(attributes: attribute, members: Members));

    [Theory]
    [InlineData("[InitContainer(\"i:1\")] [{|HF6007:ReadinessProbe(Command = new[] { \"a\" })|}] static partial class Prepare { }")]
    [InlineData("[InitContainer(\"i:1\")] [{|HF6007:PreStop(SleepSeconds = 1)|}] static partial class Prepare { }")]
    [InlineData("[Port(81, HostPort = 81)] public static partial ServicePort A { get; } [Port(82, HostPort = {|HF6007:81|})] public static partial ServicePort B { get; }")]
    [InlineData("[Port({|HF6005:0|})] public static partial ServicePort A { get; }")]
    [InlineData("[ClientService] public static partial Service {|HF1015:Other|} { get; }")]
    [InlineData("[Port(81)] public static partial ServicePort A { get; } [ClientService(Type = ServiceType.LoadBalancer, LoadBalancerSourceRanges = {|HF2017:new[] { \"10.0.0.0\" }|})] public static partial Service Other { get; }")]
    [InlineData("[Port(81)] public static partial ServicePort A { get; } [ClientService(ExternalTrafficPolicy = {|HF6007:TrafficPolicy.Local|})] public static partial Service Other { get; }")]
    [InlineData("[Port(81)] public static partial ServicePort A { get; } [ClientService(SessionAffinityTimeoutSeconds = {|HF6005:86401|})] public static partial Service Other { get; }")]
    public Task MembersOfAType(string members) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: members));

    [Theory]
    [InlineData("imagePullPolicy: {|HF6008:always|}")]
    [InlineData("terminationMessagePolicy: {|HF6008:Log|}")]
    [InlineData("ports: [{containerPort: 81, protocol: {|HF6008:tcp|}}]")]
    [InlineData("env: [{name: A, valueFrom: {fieldRef: {fieldPath: {|HF6008:metadata.labels|}}}}]")]
    [InlineData("env: [{name: A, valueFrom: {resourceFieldRef: {resource: {|HF6008:limits.gpu|}}}}]")]
    [InlineData("env: [{name: A, valueFrom: {{|HF6007:secretKeyRef|}: {name: s}}}]")]
    [InlineData("env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}, {|HF6007:secretKeyRef|}: {name: s, key: k}}}]")]
    [InlineData("env: [{name: A, {|HF6007:valueFrom|}: {}}]")]
    [InlineData("envFrom: [{{|HF6007:prefix|}: A}]")]
    [InlineData("readinessProbe: {httpGet: {path: /, port: {|HF6008:'8080'|}}}")]
    [InlineData("readinessProbe: {httpGet: {path: /, port: {|HF6005:0|}}}")]
    [InlineData("readinessProbe: {tcpSocket: {port: {|HF6005:65536|}}}")]
    [InlineData("readinessProbe: {httpGet: {port: 8080, scheme: {|HF6008:https|}}}")]
    [InlineData("readinessProbe: {httpGet: {port: 8080}, {|HF6007:tcpSocket|}: {port: 8080}}")]
    [InlineData("readinessProbe: {exec: {command: [a]}, terminationGracePeriodSeconds: {|HF6007:5|}}")]
    [InlineData("livenessProbe: {exec: {{|HF6007:command|}: []}}")]
    [InlineData("livenessProbe: {exec: {command: [a]}, terminationGracePeriodSeconds: {|HF6005:0|}}")]
    [InlineData("lifecycle: {{|HF6007:preStop|}: {}}")]
    [InlineData("resources: {requests: {{|HF6007:pods|}: 1}}")]
    [InlineData("resources: {requests: {{|HF6007:requests.example.com/gpu|}: 1}, limits: {{|HF6007:requests.example.com/gpu|}: 1}}")]
    [InlineData("resources: {requests: {example.com/gpu: {|HF6007:1|}}}")]
    [InlineData("resources: {requests: {hugepages-2Mi: {|HF6007:2Mi|}, memory: 1Gi}, limits: {hugepages-2Mi: 4Mi}}")]
    [InlineData("securityContext: {seccompProfile: {type: {|HF6008:runtimeDefault|}}}")]
    [InlineData("securityContext: {seccompProfile: {type: {|HF6007:Localhost|}}}")]
    [InlineData("securityContext: {seccompProfile: {type: Unconfined, localhostProfile: {|HF6007:a|}}}")]
    [InlineData("securityContext: {procMount: {|HF6008:unmasked|}}")]
    [InlineData("securityContext: {{|HF9009:fsGroup|}: 1}")]
    public Task Containers(string fields) => RuleTest.VerifyAsync(Source.App(
        attributes: Patch($"spec: {{template: {{spec: {{containers: [{{name: orders, {fields}}}]}}}}}}"), members: Members));

    [Theory]
    [InlineData("restartPolicy: {|HF2020:Never|}")]
    [InlineData("activeDeadlineSeconds: {|HF6007:5|}")]
    [InlineData("dnsPolicy: {|HF6008:clusterFirst|}")]
    [InlineData("hostPID: true, shareProcessNamespace: {|HF6007:true|}")]
    [InlineData("hostUsers: {|HF6007:false|}, hostIPC: true")]
    [InlineData("topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: {|HF6008:Never|}, labelSelector: {matchLabels: {a: {|HF5020:b|}}}}]")]
    [InlineData("tolerations: [{key: a, operator: {|HF6008:equal|}, value: b}]")]
    [InlineData("tolerations: [{key: a, operator: Exists, effect: {|HF6008:noExecute|}}]")]
    [InlineData("affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {{|HF6007:nodeSelectorTerms|}: []}}}")]
    [InlineData("affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{{|HF6007:labelSelector|}: {}}]}}")]
    [InlineData("affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: {|HF2017:a b|}, labelSelector: {matchLabels: {x: z}}}]}}")]
    [InlineData("securityContext: {fsGroupChangePolicy: {|HF6008:always|}}")]
    [InlineData("securityContext: {supplementalGroups: [{|HF6005:-1|}]}")]
    [InlineData("securityContext: {sysctls: [{name: {|HF6008:Net.x|}, value: '1'}]}")]
    [InlineData("os: {name: {|HF6008:Linux|}}")]
    [InlineData("preemptionPolicy: {|HF6008:never|}")]
    [InlineData("{|HF6007:ephemeralContainers|}: [{name: a, image: b}]")]
    [InlineData("hostnameOverride: {|HF6008:A_b|}")]
    [InlineData("hostnameOverride: {|HF6007:a-b|}, setHostnameAsFQDN: true")]
    [InlineData("readinessGates: [{conditionType: {|HF2017:a b|}}]")]
    [InlineData("dnsConfig: {options: [{{|HF6007:value|}: a}]}")]
    [InlineData("resources: {limits: {{|HF6007:ephemeral-storage|}: 1Gi}}")]
    [InlineData("initContainers: [{name: i, image: 'a:1', restartPolicy: {|HF6008:Sometimes|}}]")]
    [InlineData("affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: a, {|HF6007:matchLabelKeys|}: [x]}]}}")]
    [InlineData("affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: a, labelSelector: {matchExpressions: [{key: a, operator: {|HF6007:In|}}]}}]}}")]
    [InlineData("topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, {|HF6007:matchLabelKeys|}: [a]}]")]
    public Task Pods(string fields) => RuleTest.VerifyAsync(Source.App(attributes: Patch($"spec: {{template: {{spec: {{{fields}}}}}}}"), members: Members));

    [Theory]
    [InlineData("hostPath: {path: {|HF6007:''|}}")]
    [InlineData("hostPath: {path: /a, type: {|HF6008:dir|}}")]
    [InlineData("{|HF6007:configMap|}: {optional: true}")]
    [InlineData("{|HF6007:secret|}: {optional: true}")]
    [InlineData("{|HF6007:persistentVolumeClaim|}: {readOnly: true}")]
    [InlineData("configMap: {name: c, items: [{{|HF6007:key|}: a}]}")]
    [InlineData("projected: {sources: [{secret: {name: s, items: [{{|HF6007:path|}: a}]}}]}")]
    [InlineData("projected: {sources: [{configMap: {name: a}, {|HF6007:secret|}: {name: b}}]}")]
    [InlineData("projected: {sources: [{{|HF6007:serviceAccountToken|}: {expirationSeconds: 600}}]}")]
    [InlineData("projected: {sources: [{serviceAccountToken: {path: a, expirationSeconds: {|HF6005:60|}}}]}")]
    [InlineData("nfs: {server: a, path: {|HF6007:b|}}")]
    [InlineData("{|HF6007:nfs|}: {path: /b}")]
    [InlineData("emptyDir: {}, {|HF6007:secret|}: {secretName: a}")]
    public Task Volumes(string source) => RuleTest.VerifyAsync(Source.App(
        attributes: Patch($"spec: {{template: {{spec: {{volumes: [{{name: v, {source}}}]}}}}}}"), members: Members));

    [Theory]
    [InlineData("volumeMounts: [{mountPath: /data, subPath: a, subPathExpr: {|HF6007:b|}}]")]
    [InlineData("volumeMounts: [{mountPath: /data, mountPropagation: {|HF6008:shared|}}]")]
    [InlineData("volumeMounts: [{mountPath: /data, mountPropagation: {|HF6007:Bidirectional|}}]")]
    [InlineData("volumeMounts: [{mountPath: /data, recursiveReadOnly: {|HF6007:Enabled|}}]")]
    [InlineData("volumeMounts: [{mountPath: /data, readOnly: true, recursiveReadOnly: {|HF6008:Always|}}]")]
    [InlineData("volumeDevices: [{{|HF6007:name|}: logs, devicePath: /dev/x}]")]
    [InlineData("resources: {claims: [{name: {|HF6007:gpu|}}]}")]
    [InlineData("restartPolicy: {|HF6008:Sometimes|}")]
    [InlineData("volumeMounts: [{mountPath: /data, readOnly: true, recursiveReadOnly: IfPossible, mountPropagation: HostToContainer}]")]
    public Task Mounts(string fields) => RuleTest.VerifyAsync(Source.App(
        attributes: Patch($"spec: {{template: {{spec: {{volumes: [{{name: logs, emptyDir: {{}}}}], containers: [{{name: orders, {fields}}}]}}}}}}"),
        members: Members + "[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }"));

    [Theory]
    [InlineData("selector: {matchExpressions: [{key: a, operator: {|HF6007:In|}}]}, template: {metadata: {labels: {a: b}}}")]
    [InlineData("selector: {matchExpressions: [{key: a, operator: Exists, {|HF6007:values|}: [b]}]}, template: {metadata: {labels: {a: b}}}")]
    [InlineData("selector: {matchExpressions: [{key: a, operator: In, values: [b]}, {key: a, operator: Exists}]}, template: {metadata: {labels: {a: b}}}")]
    [InlineData("volumeClaimTemplates: [{metadata: {name: data}, spec: {dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: {|HF6007:b|}}}}]")]
    [InlineData("volumeClaimTemplates: [{metadata: {name: data}, spec: {dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: a}}}]")]
    public Task SelectorsAndSources(string spec) => RuleTest.VerifyAsync(Source.App(
        attributes: Patch($"spec: {{{spec}}}"),
        members: Members + "[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }"));

    [Theory]
    [InlineData("scaleTargetRef: {apiVersion: {|HF6007:v1|}}")]
    [InlineData("minReplicas: {|HF6005:0|}")]
    [InlineData("metrics: [{type: {|HF6007:Pods|}}]")]
    [InlineData("metrics: [{type: {|HF6008:pods|}, pods: {metric: {name: a}, target: {type: AverageValue, averageValue: 5}}}]")]
    [InlineData("metrics: [{type: Pods, pods: {metric: {name: a}, {|HF6007:target|}: {type: AverageValue}}}]")]
    [InlineData("metrics: [{type: Pods, pods: {metric: {name: a}, target: {type: AverageValue, averageValue: 5, value: 6}}}]")]
    [InlineData("metrics: [{type: Pods, pods: {metric: {name: a}, target: {type: {|HF6008:Average|}, averageValue: 5}}}]")]
    [InlineData("behavior: {scaleDown: {stabilizationWindowSeconds: {|HF6005:4000|}}}")]
    [InlineData("behavior: {scaleDown: {policies: [{type: {|HF6008:pods|}, value: 1, periodSeconds: 60}]}}")]
    [InlineData("behavior: {scaleDown: {selectPolicy: {|HF6008:max|}}}")]
    [InlineData("behavior: {scaleDown: {{|HF6007:policies|}: []}}")]
    [InlineData("behavior: {scaleUp: {selectPolicy: Disabled, policies: [{type: Percent, value: 50, periodSeconds: 60}]}}, metrics: [{type: External, external: {metric: {name: a}, target: {type: Value, value: 5}}}]")]
    public Task Autoscalers(string spec) => RuleTest.VerifyAsync(Deployment($"{{kind: HorizontalPodAutoscaler, spec: {{{spec}}}}}"));

    [Theory]
    [InlineData("{kind: Deployment, spec: {progressDeadlineSeconds: {|HF6005:0|}}}")]
    [InlineData("{kind: Deployment, spec: {template: {spec: {hostname: {|HF2017:A_b|}}}}}")]
    [InlineData("{kind: Deployment, spec: {template: {spec: {subdomain: {|HF2017:a.b|}}}}}")]
    [InlineData("{kind: Deployment, spec: {template: {spec: {hostname: front, subdomain: web}}}}")]
    [InlineData("{kind: ConfigMap, binaryData: {a: {|HF6007:'***'|}}}")]
    [InlineData("{kind: ConfigMap, binaryData: {{|HF6007:a.conf|}: 'YQ=='}}")]
    [InlineData("{kind: ConfigMap, binaryData: {a: 'YQ=='}}")]
    public Task DeploymentsAndConfigMaps(string patch) => RuleTest.VerifyAsync(Deployment(patch));

    [Theory]
    [InlineData("from: [{|HF6007:|}{}]")]
    [InlineData("from: [{ipBlock: {cidr: 10.0.0.0/8}, {|HF6007:podSelector|}: {matchLabels: {a: b}}}]")]
    [InlineData("from: [{ipBlock: {cidr: 10.0.0.0/8, except: [{|HF2017:11.0.0.0/16|}, 10.1.0.0/16, {|HF2017:10.0.0.0/8|}]}}]")]
    [InlineData("from: [{podSelector: {matchExpressions: [{key: a, operator: {|HF6007:NotIn|}}]}}]")]
    [InlineData("ports: [{port: 80, endPort: {|HF6007:70|}}]")]
    [InlineData("ports: [{port: http, endPort: {|HF6007:90|}}]")]
    [InlineData("ports: [{port: 80, endPort: 90}, {port: http}, {}]")]
    [InlineData("ports: [{protocol: {|HF6008:tcp|}, port: 80}]")]
    [InlineData("ports: [{port: {|HF6008:'80'|}}]")]
    [InlineData("ports: [{port: {|HF6005:65536|}}]")]
    public Task NetworkPolicies(string rule) => RuleTest.VerifyAsync(Source.App(
        attributes: "[NetworkPolicy] " + Patch($"{{kind: NetworkPolicy, spec: {{ingress: [{{{rule}}}]}}}}"), members: Members));

    [Theory]
    [InlineData("type: {|HF2020:Loadbalancer|}")]
    [InlineData("type: {|HF1008:NodePort|}, clusterIP: None")]
    [InlineData("type: {|HF6007:ExternalName|}")]
    [InlineData("clusterIP: {|HF2017:none|}")]
    [InlineData("sessionAffinity: {|HF2020:clientIP|}")]
    [InlineData("internalTrafficPolicy: {|HF2020:local|}")]
    [InlineData("type: NodePort, externalTrafficPolicy: {|HF2020:local|}")]
    [InlineData("ipFamilies: [{|HF2020:ipv4|}]")]
    [InlineData("ipFamilyPolicy: {|HF2020:DualStack|}")]
    [InlineData("trafficDistribution: {|HF6008:Near|}")]
    [InlineData("loadBalancerClass: {|HF6007:example.com/a|}")]
    [InlineData("ports: [{port: 8080, targetPort: {|HF6008:'80'|}}]")]
    [InlineData("ports: [{port: 8080, targetPort: {|HF6005:65536|}}]")]
    [InlineData("ports: [{port: 8080, nodePort: {|HF6007:30080|}}]")]
    [InlineData("selector: {{|HF2017:a b|}: c}")]
    [InlineData("selector: {a: {|HF2017:b c|}}")]
    public Task Services(string fields) => RuleTest.VerifyAsync(Source.App(
        attributes: Patch($"{{kind: Service, metadata: {{name: orders-front}}, spec: {{{fields}}}}}"), members: Members));

    [Theory]
    [InlineData("minAvailable: {|HF6008:'1'|}")]
    [InlineData("minAvailable: {|HF6008:50.5%|}")]
    [InlineData("minAvailable: {|HF9010:1.5|}")]
    [InlineData("maxUnavailable: {|HF6007:1|}")]
    [InlineData("unhealthyPodEvictionPolicy: {|HF6008:alwaysAllow|}")]
    [InlineData("selector: {{|HF9009:app|}: orders}")]
    public Task Budgets(string fields) => RuleTest.VerifyAsync(Source.App(
        attributes: "[DisruptionBudget(MinAvailable = 1)] " + Patch($"{{kind: PodDisruptionBudget, spec: {{{fields}}}}}"), members: Members));

    [Theory]
    [InlineData("[Env(\"Logging:Level\", \"b\")] [Env(\"A\", FieldPath = \"metadata.annotations['a/b']\")] [Env(\"B\", Resource = \"requests.cpu\", Divisor = \"1m\")]")]
    [InlineData("[EnvFrom(ConfigMap = \"c\")] [EnvFrom(Secret = \"s\")]")]
    [InlineData("[PreStop(SleepSeconds = 20)] [PostStart(HttpPath = \"/\", Port = nameof(Http))] [LivenessProbe(GrpcPort = nameof(Http))]")]
    [InlineData("[ExtendedResource(\"example.com/gpu\", \"1\")] [Resources(CpuRequest = \"1\", CpuLimit = \"1000m\", MemoryRequest = \"2G\", MemoryLimit = \"2Gi\")]")]
    [InlineData("[Dns(Nameservers = new[] { \"10.0.0.10\", \"fd00::10\" })] [HostAlias(\"127.0.0.1\", \"a\")]")]
    [InlineData("[DisruptionBudget(MinAvailablePercent = 50)] [Toleration(Key = \"k\", Effect = TaintEffect.NoExecute)]")]
    [InlineData("[Patch(\"{kind: Service, metadata: {name: orders-front}, spec: {type: LoadBalancer, sessionAffinity: ClientIP, ports: [{port: 8080, targetPort: http, nodePort: 30080}]}}\")]")]
    [InlineData("[Patch(\"spec: {template: {spec: {volumes: [{name: v, hostPath: {path: /a, type: ''}}], securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}]}}}}\")]")]
    public Task IsSilentOnWhatIsTaken(string attributes) => RuleTest.VerifyAsync(Source.App(attributes: attributes, members: Members));

    [Theory]
    [InlineData("[Env(\"A\", FieldPath = )] [EnvFrom(ConfigMap = )] [LivenessProbe(Port = )]")]
    [InlineData("[Env(Missing, ConfigMap = Missing, Key = Missing)] [PreStop(SleepSeconds = Missing)]")]
    [InlineData("[Resources(CpuRequest = Missing, CpuLimit = \"1\")] [Dns(Nameservers = Missing)]")]
    public Task SurvivesHalfTypedCode(string attributes) => RuleTest.SurvivesAsync(Source.App(attributes: attributes, members: Members));

    private static string Deployment(string patch) => $$"""
        using Holdfast;

        [StatelessApp("web", Replicas = 2)]
        [Container("web:1.0")]
        [Autoscaler(2, 4, CpuUtilization = 50)]
        [Resources(CpuRequest = "1")]
        {{Patch(patch)}}
        public sealed partial class Web
        {
            [Port(80)] public static partial ServicePort Http { get; }
            [ConfigFile("/etc/a.conf")] private const string A = "a";
        }
        """;

    private static string Patch(string yaml) => $"[Patch(\"{yaml}\")]";
}
