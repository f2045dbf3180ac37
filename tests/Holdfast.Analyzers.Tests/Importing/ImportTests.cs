using Holdfast.Engine.Importing;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>What an import makes of the objects that a workload comes with.</summary>
public class ImportTests
{
    private const string Set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: orders
          labels:
            team: shop
        spec:
          serviceName: orders
          replicas: 3
          selector:
            matchLabels:
              app: orders
          template:
            metadata:
              labels:
                app: orders
            spec:
              containers:
              - name: orders
                image: orders:1
                ports:
                - name: http
                  containerPort: 8080
                readinessProbe:
                  httpGet:
                    path: /ready
                    port: http
                volumeMounts:
                - name: data
                  mountPath: /data
          volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              accessModes: [ReadWriteOnce]
              resources:
                requests:
                  storage: 10Gi
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: orders
        spec:
          clusterIP: None
          publishNotReadyAddresses: true
          selector:
            app: orders
          ports:
          - name: http
            port: 8080

        """;

    [Fact]
    public void ASetWithItsServiceIsOneType()
    {
        ImportRun run = Same(Set);
        string code = run.Result.Code;
        Assert.Contains("[StatefulApp(\"orders\", Replicas = 3)]", code, StringComparison.Ordinal);
        Assert.Contains("[Selector(\"app\", \"orders\")]", code, StringComparison.Ordinal);
        Assert.Contains("[Label(\"team\", \"shop\", On = ManifestTargets.Workload)]", code, StringComparison.Ordinal);
        Assert.Contains("[ReadinessProbe(HttpPath = \"/ready\", Port = nameof(Http))]", code, StringComparison.Ordinal);
        Assert.Contains("    [Port(8080)]\n    public static partial ServicePort Http { get; }", code, StringComparison.Ordinal);
        Assert.Contains("    [VolumeClaim(\"10Gi\", MountPath = \"/data\")]\n    public static partial ClaimTemplate Data { get; }", code, StringComparison.Ordinal);
        Assert.DoesNotContain("HeadlessService", code, StringComparison.Ordinal);
        Assert.Equal(0, run.Result.Apps.Single().PatchedCount);
    }

    /// <summary>A selector can never be changed, so that of a set which runs is the type's.</summary>
    [Fact]
    public void TheSelectorOfALiveSetIsKept()
    {
        ImportRun run = Same(Set.Replace("app: orders", "app: orders-v1", StringComparison.Ordinal));
        Assert.Contains("[Selector(\"app\", \"orders-v1\")]", run.Result.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOnlyTheClusterWritesIsLeftOut()
    {
        string live = Set
            .Replace("  name: orders\n  labels:", "  name: orders\n  uid: 6a1c\n  resourceVersion: \"17\"\n  creationTimestamp: 2024-01-01T00:00:00Z\n  labels:", StringComparison.Ordinal)
            .Replace("---\n", "status:\n  replicas: 3\n---\n", StringComparison.Ordinal);
        Assert.Equal(Same(Set).Result.Code, Same(live).Result.Code);
    }

    [Fact]
    public void BudgetAutoscalerPolicyAndAccountKeepTheirNames()
    {
        ImportRun run = Same(Set.Replace("  replicas: 3\n", string.Empty, StringComparison.Ordinal).Replace("      containers:\n", "      serviceAccountName: shop\n      containers:\n", StringComparison.Ordinal) + """
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata:
              name: orders-pdb
            spec:
              maxUnavailable: 1
              selector:
                matchLabels:
                  app: orders
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: orders-hpa
            spec:
              minReplicas: 2
              maxReplicas: 5
              scaleTargetRef:
                apiVersion: apps/v1
                kind: StatefulSet
                name: orders
              metrics:
              - type: Resource
                resource:
                  name: cpu
                  target:
                    type: Utilization
                    averageUtilization: 70
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: orders-policy
            spec:
              podSelector:
                matchLabels:
                  app: orders
              ingress:
              - from:
                - podSelector: {}
                ports:
                - port: 8080
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: shop
            """);
        Assert.Contains("[DisruptionBudget(Name = \"orders-pdb\", MaxUnavailable = 1, UnhealthyPodEvictionPolicy = UnhealthyPodEvictionPolicy.IfHealthyBudget)]", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("[Autoscaler(2, 5, Name = \"orders-hpa\", CpuUtilization = 70)]", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("Name = \"orders-policy\"", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("[ServiceAccount(\"shop\", Create = true)]", run.Result.Code, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Result.Notes, static note => note.Kind == ImportNoteKind.Kept);
    }

    /// <summary>A Role and a RoleBinding of the workload's name, for the account that it alone has.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("  namespace: shop\n", true)]
    [InlineData("binding", false)]
    [InlineData("subject", false)]
    public void RightsOfTheAccount(string variant, bool isSaid)
    {
        string ns = variant.StartsWith(' ') ? variant : "";
        string text = Set.Replace("    spec:\n", "    spec:\n      serviceAccountName: orders\n", StringComparison.Ordinal).Replace("metadata:\n  name", $"metadata:\n{ns}  name", StringComparison.Ordinal) + $$"""
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: orders
            {{ns}}---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata:
              name: orders
            {{ns}}rules:
            - apiGroups: [""]
              resources: [pods]
              verbs: [get, list]
            - apiGroups: [orleans.dot.net]
              resources: [silos]
              verbs: [get]
              resourceNames: [one]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata:
              name: {{(variant == "binding" ? "read-pods" : "orders")}}
            {{ns}}roleRef:
              apiGroup: rbac.authorization.k8s.io
              kind: Role
              name: orders
            subjects:
            - kind: ServiceAccount
              name: {{(variant == "subject" ? "default" : "orders")}}
              {{(ns.Length > 0 ? "namespace: shop" : "")}}
            """;
        ImportRun run = Same(text);
        Assert.Equal(isSaid, run.Result.Code.Contains("[Allow(\"get list\", \"pods\")]\n[Allow(\"get\", \"silos\", Group = \"orleans.dot.net\", Names = new[] { \"one\" })]", StringComparison.Ordinal));
        Assert.Equal(isSaid, !run.Result.Code.Contains("[ServiceAccount", StringComparison.Ordinal));
        Assert.Equal(isSaid ? 0 : 2, run.Result.Notes.Count(static note => note.Kind == ImportNoteKind.Kept));
        Assert.DoesNotContain(run.Result.Notes, static note => note.Kind == ImportNoteKind.Patched && note.Object.StartsWith("Role", StringComparison.Ordinal));
    }

    /// <summary>Values of Secrets stay out of code; the pods refer to them.</summary>
    [Fact]
    public void ASecretStaysInItsFile()
    {
        ImportRun run = Same(Set.Replace("        ports:\n        - name", "        env:\n        - name: PASSWORD\n          valueFrom:\n            secretKeyRef:\n              name: orders\n              key: password\n        ports:\n        - name", StringComparison.Ordinal) + """
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: orders
            stringData:
              password: correct-horse
            """);
        Assert.DoesNotContain("correct-horse", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("[Env(\"PASSWORD\", Secret = \"orders\", Key = \"password\")]", run.Result.Code, StringComparison.Ordinal);
        ImportNote kept = Assert.Single(run.Result.Notes, static note => note.Kind == ImportNoteKind.Kept);
        Assert.Equal("Secret orders", kept.Object);
        Assert.Contains("do not belong in code", kept.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ConfigMapsAreEntriesWithTheirTexts()
    {
        ImportRun run = Same(Set.Replace("      containers:\n", "      volumes:\n      - name: config\n        configMap:\n          name: settings\n      containers:\n", StringComparison.Ordinal) + """"
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            data:
              a.conf: |
                first "line"
                  second \ """three"""
              b: ""
            """");
        Assert.Contains("[ConfigMapEntry(\"b\", \"\", ConfigMap = \"settings\")]", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("    \"\"\"\"\n    first \"line\"\n      second \\ \"\"\"three\"\"\"\n\n    \"\"\"\"", run.Result.Code, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Result.Notes, static note => note.Kind == ImportNoteKind.Kept);
    }

    /// <summary>A port that one Service calls otherwise cannot be one member for all; that Service's patch says it.</summary>
    [Fact]
    public void APortOfAnotherNameIsLeftToThePatch()
    {
        ImportRun run = Same(Set + """
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: orders-web
            spec:
              type: NodePort
              selector:
                app: orders
              ports:
              - name: web
                port: 8080
                nodePort: 30080
            """);
        Assert.Contains("[ClientService(Ports = new string[0], Type = ServiceType.NodePort)]", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains(run.Result.Notes, static note => note is { Kind: ImportNoteKind.Patched, Object: "Service orders-web" } && note.Path.StartsWith("spec.ports[8080]", StringComparison.Ordinal));
    }

    [Fact]
    public void AServiceOnAnotherNumberGivesThePortItsNumber()
    {
        ImportRun run = Same(Set + """
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: orders-front
            spec:
              selector:
                app: orders
              ports:
              - name: http
                port: 80
                targetPort: http
            """);
        Assert.Contains("[Port(8080, ServicePort = 80)]", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("    [ClientService]\n    public static partial Service Front { get; }", run.Result.Code, StringComparison.Ordinal);
        Assert.Equal(0, run.Result.Apps.Single().PatchedCount);
    }

    [Fact]
    public void OtherContainersAreTypesInside()
    {
        ImportRun run = Same(Set.Replace("      containers:\n", """
              initContainers:
              - name: prepare
                image: busybox:1
                command: [sh, -c, "echo 1\necho 2\n"]
                volumeMounts:
                - name: data
                  mountPath: /data
              - name: log
                image: log:1
                restartPolicy: Always
              containers:

        """, StringComparison.Ordinal));
        Assert.Contains("    [InitContainer(", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("    [Mount(nameof(Data), \"/data\")]\n    public static partial class Prepare", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains("    [Sidecar(\"log:1\")]\n    public static partial class Log", run.Result.Code, StringComparison.Ordinal);
    }

    /// <summary>A port of another container is a member of that one's type.</summary>
    [Fact]
    public void AServiceOffersPortsOfOtherContainers()
    {
        ImportRun run = Same(Set.Replace("        volumeMounts:\n", "        livenessProbe:\n          tcpSocket:\n            port: 9100\n        volumeMounts:\n", StringComparison.Ordinal).Replace("  volumeClaimTemplates:\n", """
                  - name: log
                    image: log:1
                    ports:
                    - name: metrics
                      containerPort: 9100
              volumeClaimTemplates:

            """, StringComparison.Ordinal) + """
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: orders-metrics
            spec:
              selector:
                app: orders
              ports:
              - name: metrics
                port: 9100
            """);
        Assert.Contains("Ports = new[] { nameof(Log.Metrics) }", run.Result.Code, StringComparison.Ordinal);
    }

    /// <summary>What a patch cannot say does not keep it from saying the rest.</summary>
    [Fact]
    public void WhatCannotBeSaidIsReportedAlone()
    {
        var run = ImportRun.OfText(Set.Replace("  labels:\n    team: shop\n", "  ownerReferences: [{ kind: a }]\n", StringComparison.Ordinal));
        Assert.Empty(run.Errors);
        Assert.Equal("metadata.ownerReferences", Assert.Single(run.Result.Notes, static note => note.Kind == ImportNoteKind.Difference).Path);
        Assert.Equal(["StatefulSet orders metadata.ownerReferences"], run.DifferencesOf(run.Result.Apps.Single()));
    }

    [Fact]
    public void APatchIsNotAnObject()
    {
        var run = ImportRun.OfText(Set.Replace("        image: orders:1\n", "        $patch: delete\n", StringComparison.Ordinal));
        Assert.Empty(run.Result.Apps);
        Assert.Contains(run.Result.Notes, static note => note is { Kind: ImportNoteKind.Kept, Object: "StatefulSet orders" } && note.Reason.Contains("patch", StringComparison.Ordinal));
    }

    [Fact]
    public void ADeploymentIsAStatelessApp()
    {
        ImportRun run = Same("""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: front
            spec:
              replicas: 2
              strategy:
                rollingUpdate:
                  maxSurge: 50%
                  maxUnavailable: 0
              selector:
                matchLabels:
                  app: front
              template:
                metadata:
                  labels:
                    app: front
                spec:
                  containers:
                  - name: front
                    image: front:1
            """);
        Assert.Contains("[StatelessApp(\"front\", Replicas = 2, MaxSurgePercent = 50, MaxUnavailable = 0)]", run.Result.Code, StringComparison.Ordinal);
    }

    /// <summary>What is in a live pod template may not change places: other bytes make the controller replace the pods.</summary>
    [Fact]
    public void MountsKeepTheirOrder()
    {
        ImportRun run = Same(Set
            .Replace("        - name: data\n          mountPath", "        - name: tmp\n          mountPath: /tmp\n        - name: data\n          mountPath", StringComparison.Ordinal)
            .Replace("      containers:\n", "      volumes:\n      - name: tmp\n        emptyDir: {}\n      containers:\n", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Result.Notes, static note => note.Kind == ImportNoteKind.Difference);
        Assert.Contains("[Mount(nameof(Data), \"/data\")]", run.Result.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: b")]
    [InlineData("kind: StatefulSet")]
    [InlineData("apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: a }\nspec: 3")]
    [InlineData("apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: a }\nspec: { template: { spec: { containers: [{}] } } }")]
    [InlineData("apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: 1a }\nspec: { template: { metadata: { labels: [x] }, spec: { containers: [{ name: [1], env: [{ name: 1 }, 2], ports: [{}, 3] }, 4] } } }")]
    [InlineData("\t- : [")]
    public void NothingThrows(string yaml)
    {
        ImportRun run = ImportRun.OfText(yaml);
        Assert.All(run.Result.Apps, static app => Assert.NotEmpty(app.Originals));
    }

    private static ImportRun Same(string yaml)
    {
        var run = ImportRun.OfText(yaml);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Result.Apps.SelectMany(run.DifferencesOf));
        return run;
    }
}
