using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Any part of a right manifest may be one that is not there, or come from elsewhere, and still nothing is wrong.</summary>
public class HelmPartTests
{
    private const string Manifests = """
        apiVersion: v1
        kind: Service
        metadata:
          name: orders
          labels:
            app: orders
        spec:
          clusterIP: None
          publishNotReadyAddresses: true
          selector:
            app: orders
            tier: data
          ports:
          - name: http
            port: 80
            targetPort: http
          - name: gossip
            port: 81
            protocol: UDP
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: orders
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: orders
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: orders
        spec:
          serviceName: orders
          replicas: 3
          updateStrategy:
            type: RollingUpdate
            rollingUpdate:
              partition: 1
          persistentVolumeClaimRetentionPolicy:
            whenScaled: Retain
          selector:
            matchLabels:
              app: orders
            matchExpressions:
            - key: tier
              operator: In
              values: [data]
          template:
            metadata:
              labels:
                app: orders
                tier: data
            spec:
              terminationGracePeriodSeconds: 60
              serviceAccountName: orders
              topologySpreadConstraints:
              - maxSkew: 1
                topologyKey: kubernetes.io/hostname
                whenUnsatisfiable: DoNotSchedule
                labelSelector:
                  matchLabels:
                    app: orders
              securityContext:
                runAsNonRoot: true
                runAsUser: 1000
                fsGroup: 1000
              volumes:
              - name: conf
                configMap:
                  name: orders
              - name: cache
                emptyDir: {}
              - name: all
                projected:
                  sources:
                  - secret:
                      name: orders
              initContainers:
              - name: prepare
                image: registry.example/prepare:1.0
                command:
                - prepare
                - --quick
                volumeMounts:
                - name: data
                  mountPath: /data
              containers:
              - name: orders
                image: registry.example/orders:1.0
                securityContext:
                  readOnlyRootFilesystem: true
                  allowPrivilegeEscalation: false
                env:
                - name: LEVEL
                  value: info
                - name: PLACE
                  value: $(LEVEL)/place
                - name: POD
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.name
                envFrom:
                - configMapRef:
                    name: orders
                ports:
                - name: http
                  containerPort: 8080
                - name: gossip
                  containerPort: 81
                  protocol: UDP
                startupProbe:
                  httpGet:
                    path: /start
                    port: http
                  failureThreshold: 30
                readinessProbe:
                  httpGet:
                    path: /ready
                    port: http
                livenessProbe:
                  tcpSocket:
                    port: 8080
                  periodSeconds: 30
                lifecycle:
                  preStop:
                    sleep:
                      seconds: 5
                resources:
                  requests:
                    cpu: 100m
                    memory: 64Mi
                  limits:
                    memory: 64Mi
                volumeMounts:
                - name: data
                  mountPath: /data
                - name: conf
                  mountPath: /conf
                  readOnly: true
                - name: cache
                  mountPath: /tmp
                - name: all
                  mountPath: /all
          volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              accessModes:
              - ReadWriteOnce
              resources:
                requests:
                  storage: 1Gi
        """;

    public static TheoryData<string, string> Parts => new()
    {
        { "{{- if .Values.part }}", "{{- end }}" },
        { "{{- range .Values.parts }}", "{{- end }}" },
        { "{{- if .Values.part }}", "{{- else }}\n{{- end }}" },
    };

    [Fact]
    public async Task TheManifestsAreRight() => Assert.Empty(await ShowAsync(Manifests));

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task APartMayBeThere(string begin, string end)
    {
        string[] lines = Manifests.Split('\n');
        foreach ((int first, int last, int depth) in PartsOf(lines))
        {
            string[] changed = [.. lines[..first], new string(' ', depth) + begin, .. lines[first..last], new string(' ', depth) + end, .. lines[last..]];
            string[] shown = await ShowAsync(string.Join('\n', changed));
            Assert.True(shown is [], "line " + first + ": " + lines[first] + "\n" + string.Join('\n', shown));
        }
    }

    [Fact]
    public async Task APartMayComeFromElsewhere()
    {
        string[] lines = Manifests.Split('\n');
        foreach ((int first, int last, int depth) in PartsOf(lines))
        {
            string[] changed = [.. lines[..first], $"{new string(' ', depth)}{{{{- include \"orders.a.part.with.quite.a.long.name\" . | nindent {depth} }}}}", .. lines[last..]];
            string[] shown = await ShowAsync(string.Join('\n', changed));
            Assert.True(shown is [], "line " + first + ": " + lines[first] + "\n" + string.Join('\n', shown));
        }
    }

    private static async Task<string[]> ShowAsync(string template) =>
        [.. await new ManifestRun().File("k8s/orders/templates/all.yaml", "{{/* a template */}}\n" + template).ShowAsync(DiagnosticSeverity.Warning)];

    /// <summary>Each field and each item with all that is in it.</summary>
    private static IEnumerable<(int First, int Last, int Depth)> PartsOf(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            int depth = Depth(lines[i]);
            bool isItem = Regex.IsMatch(lines[i], "^ *- ");
            if (lines[i] == "---")
            {
                continue;
            }

            int end = i + 1;
            while (end < lines.Length && lines[end] != "---" && (Depth(lines[end]) > depth || (!isItem && Depth(lines[end]) == depth && Regex.IsMatch(lines[end], "^ *- "))))
            {
                end++;
            }

            yield return (i, end, depth);
        }
    }

    private static int Depth(string line) => line.Length - line.TrimStart(' ').Length;
}
