using System.Collections.Immutable;
using System.Globalization;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>Trees of any number of manifests, in the shapes in which repositories have them.</summary>
internal static class ManifestTree
{
    private const int FilesInFolder = 10;

    /// <summary>The shapes by their names; each makes the files of the application with a number.</summary>
    public static ImmutableSortedDictionary<string, Func<int, IEnumerable<(string Path, string Text)>>> Shapes { get; } =
        ImmutableSortedDictionary<string, Func<int, IEnumerable<(string Path, string Text)>>>.Empty
            .Add("ten applications in a folder", static i => [($"/src/area-{Number(i / FilesInFolder)}/{Name(i)}.yaml", Join(Service(Name(i)), Set(Name(i), Name(i)), Budget(Name(i))))])
            .Add("a folder for each application", static i => [($"/src/{Name(i)}/all.yaml", Join(Service(Name(i)), Set(Name(i), Name(i))))])
            .Add("one folder for all applications", static i => [($"/src/{Name(i)}.yaml", Join(Service(Name(i)), Set(Name(i), Name(i)), Budget(Name(i)), Autoscaler(Name(i))))])
            .Add("Services and pods that nothing finds", static i => [($"/src/area-{Number(i / FilesInFolder)}/{Name(i)}.yaml", Join(Service(Name(i)), Set(Name(i), Name(i) + "-headless"), Budget(Name(i) + "-x")))])
            .Add("one name in all folders", static i => [($"/src/{Name(i)}/all.yaml", Join(Service("orders"), Set("orders", "orders"), Budget("orders")))])
            .Add("one name in all files", static i => [($"/src/{Name(i)}.yaml", Join(Service("orders"), Set("orders", "orders", Number(i))))])
            .Add("roles that nothing binds", static i =>
            [
                ($"/src/{Name(i)}.yaml", Join(Service(Name(i)), Set(Name(i), Name(i), account: Name(i)), Account(Name(i)))),
                ($"/src/{Name(i)}-roles.yaml", Join(Role("Role", Name(i) + "-reader"), Role("ClusterRole", Name(i) + "-nodes"), Role("ClusterRole", Name(i) + "-audit"), Binding(Name(i) + "-audit"))),
            ])
            .Add("a base and an overlay for each application", static i =>
            [
                ($"/src/{Name(i)}/base/kustomization.yaml", "resources: [set.yaml, service.yaml]\n"),
                ($"/src/{Name(i)}/base/set.yaml", Set(Name(i), Name(i))),
                ($"/src/{Name(i)}/base/service.yaml", Service(Name(i))),
                ($"/src/{Name(i)}/overlays/production/kustomization.yaml", "namespace: production\nresources: [../../base]\n"),
            ])
            .Add("a chart for each application", static i =>
            [
                ($"/src/{Name(i)}/Chart.yaml", $"apiVersion: v2\nname: {Name(i)}\nversion: 1.0.0\n"),
                ($"/src/{Name(i)}/values.yaml", "replicas: 3\n"),
                ($"/src/{Name(i)}/templates/set.yaml", Set(Name(i), Name(i), "{{ .Values.replicas }}")),
                ($"/src/{Name(i)}/templates/service.yaml", Service(Name(i))),
            ]);

    private static string Number(int number) => number.ToString("D4", CultureInfo.InvariantCulture);

    private static string Name(int i) => "orders-" + Number(i);

    private static string Join(params string[] documents) => string.Join("---\n", documents);

    private static string Service(string name) => $$"""
        apiVersion: v1
        kind: Service
        metadata:
          name: {{name}}
        spec:
          clusterIP: None
          selector:
            app: {{name}}
          ports:
          - {name: http, port: 8080, targetPort: http}

        """;

    private static string Account(string name) => $$"""
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: {{name}}

        """;

    private static string Role(string kind, string name) => $$"""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: {{kind}}
        metadata:
          name: {{name}}
        rules:
        - {apiGroups: [""], resources: [pods], verbs: [list]}

        """;

    private static string Binding(string role) => $$"""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: {{role}}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: {{role}}}
        subjects:
        - {apiGroup: rbac.authorization.k8s.io, kind: User, name: {{role}}}

        """;

    private static string Set(string name, string service, string replicas = "3", string account = "default") => $$"""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: {{name}}
        spec:
          replicas: {{replicas}}
          serviceName: {{service}}
          selector:
            matchLabels:
              app: {{name}}
          template:
            metadata:
              labels:
                app: {{name}}
            spec:
              serviceAccountName: {{account}}
              containers:
              - name: orders
                image: registry.example/orders:1.4.1
                ports:
                - {name: http, containerPort: 8080}
                env:
                - name: PEERS
                  value: {{name}}-0.{{service}}:7000,{{name}}-1.{{service}}:7000
              volumes:
              - name: data
                persistentVolumeClaim:
                  claimName: {{name}}

        """;

    private static string Budget(string name) => $$"""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: {{name}}
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: {{name}}

        """;

    private static string Autoscaler(string name) => $$"""
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: {{name}}
        spec:
          maxReplicas: 5
          scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: {{name}}}

        """;
}
