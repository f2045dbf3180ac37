using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Fields that name other objects, and parts of them, of the same project.</summary>
[HomeOf("HF1017", "HF1018")]
public class ManifestReferenceTests
{
    private const string Settings = "\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: orders-settings}\ndata: {orders.json: '{}', log.level: info}\n";

    [Theory]
    [InlineData("{|HF1017:orders.jsn|}")]
    [InlineData("{|HF1017:log|}")] // no file of this name, and no near one
    [InlineData("orders.json")]
    [InlineData("$(FILE)", "subPathExpr")]
    public Task FilesOfAConfigMap(string path, string field = "subPath") => Verify(Pod($"{{name: settings, mountPath: /etc/orders, {field}: '{path}'}}", "configMap: {name: orders-settings}", "env: [{name: FILE, value: a}]") + Settings);

    [Theory]
    [InlineData("configMap: {name: orders-settings, optional: true}")]
    [InlineData("configMap: {name: other-settings}")]
    [InlineData("configMap: {name: '{{ .Values.settings }}'}")]
    [InlineData("configMap: {name: orders-settings, items: [{key: orders.json, path: orders.jsn}]}")]
    [InlineData("emptyDir: {}")]
    public Task FilesThatMayBeThere(string volume) => Verify(Pod("{name: settings, mountPath: /etc/orders, subPath: orders.jsn}", volume) + Settings);

    [Theory]
    [InlineData("data: {}")]
    [InlineData("data: {'{{ .Values.key }}': b}")]
    public Task WhatIsFilledInElsewhereHasUnknownEntries(string content) =>
        Verify(Pod("{name: settings, mountPath: /etc/orders, subPath: orders.json}", "configMap: {name: orders-settings}") + $"\n---\n{{apiVersion: v1, kind: ConfigMap, metadata: {{name: orders-settings}}, {content}}}");

    [Theory]
    [InlineData("orders-settings, key: {|HF1017:log.levl|}")]
    [InlineData("orders-settings, key: log.level")]
    [InlineData("orders-settings, key: log.levl, optional: true")]
    [InlineData("other, key: log.levl")]
    public Task KeysOfAConfigMap(string reference) => Verify(Pod(null, null, $"env: [{{name: LEVEL, valueFrom: {{configMapKeyRef: {{name: {reference}}}}}}}]") + Settings);

    [Theory]
    [InlineData("{|HF1017:orders-setings|}")] // nothing uses the other one
    [InlineData("customers-settings")]
    [InlineData("orders-settings-v2")]
    public Task Names(string name) => Verify(Pod(null, null, $"envFrom: [{{configMapRef: {{name: {name}}}}}]") + Settings);

    /// <summary>What a generator makes has the keys that it says, and one that replaces another drops the keys that it does not repeat.</summary>
    [Theory]
    [InlineData("literals: [level=info]", "behavior: replace, literals: [size=big]", "level", true)]
    [InlineData("literals: [level=info]", "behavior: replace, literals: [level=warn, size=big]", "level", false)]
    [InlineData("literals: [level=info]", "behavior: merge, literals: [size=big]", "level", false)]
    [InlineData("literals: [level=info]", "behavior: replace, envs: [size.env]", "level", false)]
    [InlineData("files: [conf/level]", "behavior: merge, files: [size=big.txt]", "big.txt", true)]
    [InlineData("files: [conf/level]", "behavior: merge, files: [size=big.txt]", "size", false)]
    public async Task KeysOfAGenerator(string first, string second, string key, bool isFound) => Assert.Equal(
        isFound,
        (await new ManifestRun()
            .File("base/set.yaml", Pod(null, null, $"env: [{{name: LEVEL, valueFrom: {{configMapKeyRef: {{name: orders-settings, key: {key}}}}}}}]"))
            .File("base/kustomization.yaml", $"resources: [set.yaml]\nconfigMapGenerator: [{{name: orders-settings, {first}}}]\n")
            .File("prod/kustomization.yaml", $"resources: [../base]\nconfigMapGenerator: [{{name: orders-settings, {second}}}]\n")
            .ShowAsync()).Any(static line => line.Contains("HF1017", StringComparison.Ordinal)));

    /// <summary>One word more says what it is, and other words say that it is something else.</summary>
    [Theory]
    [InlineData("{|HF1017:orders|}")]
    [InlineData("{|HF1017:orders-settings-cm|}")]
    [InlineData("orders-log")]
    [InlineData("settings-of-orders")]
    public Task RelatedNames(string name) => Verify(Pod(null, null, $"envFrom: [{{configMapRef: {{name: {name}}}}}]") + Settings);

    /// <summary>Its controller may make the object.</summary>
    [Fact]
    public Task WhatACustomResourceNamesMayBeMade() => Verify(Pod(null, null, "envFrom: [{configMapRef: {name: orders}}]") + Settings + "---\n{apiVersion: example.com/v1, kind: Source, metadata: {name: source}, spec: {target: {name: orders}}}");

    [Theory]
    [InlineData("{|HF1017:orders-registry|}", "kubernetes.io/dockerconfigjson")]
    [InlineData("registry", "kubernetes.io/dockerconfigjson")]
    [InlineData("orders-registry", "Opaque")]
    public Task SecretsOfImages(string name, string type) => Verify(Manifest.StatefulSet("orders", podSpec: $"\n      imagePullSecrets: [{{name: {name}}}]") + "---\n" + Manifest.Service("orders", "orders") + $"---\n{{apiVersion: v1, kind: Secret, metadata: {{name: registry}}, type: {type}, data: {{.dockerconfigjson: e30=}}}}");

    [Theory]
    [InlineData("name: log.level, key: {|HF1017:orders-settings|}")]
    [InlineData("name: log.level, key: orders")]
    public Task NameAndKeyOfAConfigMap(string reference) => Verify(Pod(null, null, $"env: [{{name: LEVEL, valueFrom: {{configMapKeyRef: {{{reference}}}}}}}]") + Settings);

    [Theory]
    [InlineData("namespace: {|HF1017:system|}")]
    [InlineData("namespace: shop")]
    public Task NamespacesOfABinding(string space) => Verify(Manifest.StatefulSet("orders", podSpec: "\n      serviceAccountName: orders").Replace("  name: orders\nspec", "  name: orders\n  namespace: shop\nspec", StringComparison.Ordinal) + $$$"""
        ---
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: orders, namespace: shop}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: pods, namespace: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: pods}
        subjects: [{kind: ServiceAccount, name: orders, {{{space}}}}]
        """);

    [Fact]
    public Task WhatSomethingUsesIsNotMeant() => Verify(Pod(null, null, "envFrom: [{configMapRef: {name: orders-setings}}, {configMapRef: {name: orders-settings}}]") + Settings);

    [Theory]
    [InlineData("number: {|HF1017:81|}")]
    [InlineData("name: {|HF1017:web|}")]
    [InlineData("number: 8080")]
    [InlineData("name: http")]
    public Task PortsOfAnIngress(string port) => Verify(Pod() + $"\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {{name: front}}\nspec: {{defaultBackend: {{service: {{name: orders, port: {{{port}}}}}}}}}");

    [Theory]
    [InlineData("{|HF1017:orders-data-0|}")] // the template comes first
    [InlineData("{|HF1017:data-order-1|}")]
    [InlineData("data-orders-0")]
    [InlineData("data-orders-7")] // for a replica to come
    [InlineData("data-customers-0")]
    [InlineData("data")]
    public Task ClaimsOfAVolume(string claim) => Verify(Pod().Replace("  template:\n", "  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]\n  template:\n", StringComparison.Ordinal).Replace("          containerPort: 8080", "          containerPort: 8080\n        volumeMounts: [{name: data, mountPath: /data}]", StringComparison.Ordinal)
        + $"\n---\napiVersion: v1\nkind: PersistentVolume\nmetadata: {{name: disk}}\nspec: {{capacity: {{storage: 1Gi}}, accessModes: [ReadWriteOnce], hostPath: {{path: /disk}}, claimRef: {{name: {claim}, namespace: default}}}}");

    [Theory]
    [InlineData("kind: {|HF1017:Deployment|}, name: orders")]
    [InlineData("kind: StatefulSet, name: orders")]
    [InlineData("kind: Deployment, name: customers")]
    [InlineData("kind: Rollout, name: orders")]
    public Task TargetsOfAnAutoscaler(string target) => Verify(Pod().Replace("  replicas: 3\n", "", StringComparison.Ordinal)
        + $"\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: orders}}\nspec: {{maxReplicas: 5, scaleTargetRef: {{apiVersion: apps/v1, {target}}}}}");

    [Theory]
    [InlineData("{|HF1017:default|}", "orders-pods")]
    [InlineData("{|HF1017:order|}", "pods")]
    [InlineData("orders", "orders-pods")]
    [InlineData("default", "leader")] // named for neither
    [InlineData("monitoring", "pods")]
    public Task AccountsOfABinding(string account, string binding) => Verify(Manifest.StatefulSet("orders", podSpec: "\n      serviceAccountName: orders") + "---\n" + Manifest.Service("orders", "orders") + $$$"""

        ---
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: orders}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: {{{binding}}}}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: pods}
        subjects: [{kind: ServiceAccount, name: {{{account}}}}]
        """);

    [Theory]
    [InlineData("{|HF1017:orders|}", "")]
    [InlineData("{|HF1017:orders-role|}", "")]
    [InlineData("{|HF1017:pod-reader-orders|}", "")]
    [InlineData("pod-reader", "")] // for whom is not said
    [InlineData("orders", "automountServiceAccountToken: false")]
    [InlineData("orders", "", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: orders}, subjects: [{kind: User, name: jane}]")]
    [InlineData("orders", "", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: orders}]")]
    [InlineData("orders", "", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: Group, name: 'system:serviceaccounts'}]")]
    [InlineData("orders", "", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: '{{ .Values.role }}'}, subjects: [{kind: User, name: jane}]")]
    [InlineData("orders", "", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: '{{ .Values.subjects }}'")]
    [InlineData("{|HF1017:orders|}", "", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: User, name: jane}]")]
    public Task RolesThatNothingBinds(string role, string account, string? binding = null) => Verify(Manifest.StatefulSet("orders", podSpec: "\n      serviceAccountName: orders") + "---\n" + Manifest.Service("orders", "orders") + $$$"""

        ---
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: orders}, {{{account}}}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: {{{role}}}}
        rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]
        {{{(binding is null ? string.Empty : "---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: readers}, " + binding + "}")}}}
        """);

    /// <summary>A ClusterRole may be bound elsewhere, unless bindings are here and none is for the account of the pods that it is named for.</summary>
    [Theory]
    [InlineData("name: {|HF1017:orders|}")]
    [InlineData("name: {|HF1017:orders-role|}\n  labels: {app: orders}")]
    [InlineData("name: reader")]
    [InlineData("name: orders", "")]
    [InlineData("name: orders", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: orders}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: orders}, subjects: [{kind: User, name: jane}]}")]
    [InlineData("name: orders", "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: orders}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: orders, namespace: shop}]}")]
    [InlineData("name: orders\n  labels: {rbac.authorization.k8s.io/aggregate-to-view: 'true'}")]
    [InlineData("name: orders\n  labels: {example.com/part: 'true'}", Unrelated + "\n---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: whole}, aggregationRule: {clusterRoleSelectors: [{matchLabels: {example.com/part: 'true'}}]}, rules: []}")]
    [InlineData("name: orders", Unrelated, "aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}\n")]
    public Task ClusterRolesThatNothingBinds(string metadata, string others = Unrelated, string more = "") => Verify(Manifest.StatefulSet("orders", podSpec: "\n      serviceAccountName: orders") + "---\n" + Manifest.Service("orders", "orders") + $$$"""

        ---
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: orders}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          {{{metadata}}}
        {{{more}}}rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]
        ---
        {{{others}}}
        """);

    private const string Unrelated = "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: readers}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: User, name: jane}]}";

    [Theory]
    [InlineData("{|HF1017:order-role|}")]
    [InlineData("orders-role")]
    [InlineData("auditor")]
    public Task RolesOfABinding(string role) => Verify($$"""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: orders-role}
        rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: orders}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: {{role}}}
        subjects: [{kind: User, name: jane}]
        """);

    [Fact]
    public Task ARoleThatACustomResourceNamesMayBeBound() => Verify(Manifest.StatefulSet("orders", podSpec: "\n      serviceAccountName: orders") + "---\n" + Manifest.Service("orders", "orders") + """

        ---
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: orders}}
        ---
        {apiVersion: example.com/v1, kind: Grant, metadata: {name: a}, spec: {role: orders}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: orders}
        rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]
        """);

    [Theory]
    [InlineData("[''], resources: [{|HF1018:statefulsets|}, pods]")]
    [InlineData("[apps], resources: [{|HF1018:pods|}]")]
    [InlineData("[apps], resources: [deployments/scale]")]
    [InlineData("['', apps], resources: [pods, statefulsets]")]
    [InlineData("['*'], resources: [statefulsets]")]
    [InlineData("[example.com], resources: [statefulsets]")]
    [InlineData("['{{ .Values.group }}'], resources: [statefulsets]")]
    public Task GroupsOfARole(string rule) => Verify($"apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {{name: orders}}\nrules: [{{apiGroups: {rule}, verbs: [get]}}]");

    [Theory]
    [InlineData("[''], resources: [{|HF1018:pod|}], verbs: [get]")]
    [InlineData("[''], resources: [{|HF1018:Pods|}], verbs: [get]")]
    [InlineData("[''], resources: [{|HF1018:svc|}], verbs: [get]")]
    [InlineData("[apps], resources: [{|HF1018:statefulset/scale|}], verbs: [get]")]
    [InlineData("[apps], resources: [{|HF1018:statefullsets|}], verbs: [get]")]
    [InlineData("[''], resources: [widgets], verbs: [get]")] // no near name; a newer version may have it
    [InlineData("[example.com], resources: [pod], verbs: [get]")]
    [InlineData("[''], resources: [pods], verbs: [{|HF1018:read|}]")]
    [InlineData("[''], resources: [pods], verbs: [{|HF1018:GET|}, list]")]
    [InlineData("[''], resources: [pods], verbs: [get, list, watch, create, update, patch, delete, deletecollection]")]
    [InlineData("[''], resources: [serviceaccounts], verbs: [impersonate]")]
    [InlineData("[example.com], resources: [pods], verbs: [read]")]
    [InlineData("[''], resources: [{|HF1018:nodes|}], verbs: [get]")]
    [InlineData("[''], resources: [namespaces], verbs: [get]")]
    [InlineData("[''], resources: [pods], resourceNames: [a], verbs: [get, {|HF1018:create|}]")]
    [InlineData("[''], resources: [pods/exec], resourceNames: [a], verbs: [create]")]
    public Task ResourcesAndVerbsOfARole(string rule) => Verify($"apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {{name: orders}}\nrules: [{{apiGroups: {rule}}}]");

    [Fact]
    public Task AClusterRoleIsAboutAllNamespaces() => Verify("apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: orders}\nrules: [{apiGroups: [''], resources: [nodes], verbs: [get]}]");

    /// <summary>Another rule grants it, and the first is left over.</summary>
    [Fact]
    public Task GroupsOfAnotherRule() => Verify("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: orders}
        rules:
        - {apiGroups: [''], resources: [statefulsets], verbs: [get]}
        - {apiGroups: [apps], resources: [statefulsets], verbs: [get]}
        """);

    // A place has its quotes.
    private static Task Verify(string manifests) => new ManifestRun()
        .File("k8s/orders.yaml", System.Text.RegularExpressions.Regex.Replace(manifests, @"'\{\|(HF\d+):([^']*)\|\}'", "{|$1:'$2'|}"))
        .VerifyAsync();

    private static string Pod(string? mount = null, string? volume = null, string? container = null)
    {
        string fields = volume is null ? string.Empty : $"\n      volumes: [{{name: settings, {volume}}}]";
        string set = Manifest.StatefulSet("orders", podSpec: fields).TrimEnd();
        return set + (container is null ? "" : "\n        " + container) + (mount is null ? "" : $"\n        volumeMounts: [{mount}]") + "\n---\n" + Manifest.Service("orders", "orders").TrimEnd();
    }
}
