using Holdfast.Tests.Shared;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Patches, in what is written.</summary>
public class PatchedManifestTests
{
    private const string Head = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        [DisruptionBudget(MaxUnavailable = 1)]
        """;

    private const string Body = """
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("10Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [ClientService] public static partial Service Front { get; }
        }
        """;

    [Fact]
    public void EveryObjectCanBePatched()
    {
        string source = Head + """"
            [Patch("""
                # A sidecar that reads the data, and time to leave.
                metadata:
                  annotations:
                    example.com/owner: team "orders"
                spec:
                  template:
                    spec:
                      terminationGracePeriodSeconds: 120
                      priorityClassName: high
                      topologySpreadConstraints:
                      - topologyKey: kubernetes.io/hostname
                        whenUnsatisfiable: DoNotSchedule
                      containers:
                      - name: orders
                        lifecycle:
                          preStop:
                            exec:
                              command: [/bin/leave, --now]
                        env:
                        - name: POD_ORDINAL
                          $patch: delete
                      - name: backup
                        image: backup:2
                        volumeMounts:
                        - name: data
                          mountPath: /data
                          readOnly: yes
                  volumeClaimTemplates:
                  - metadata:
                      name: data
                      labels: {backup: "yes"}
                """)]
            [Patch("""
                kind: Service
                metadata:
                  name: orders-front
                spec:
                  type: LoadBalancer
                  ports:
                  - port: 8080
                    targetPort: http
                ---
                kind: PodDisruptionBudget
                apiVersion: policy/v1
                spec:
                  unhealthyPodEvictionPolicy: null
                """)]

            """" + Body;
        EmittedManifest manifest = EmittedManifest.Of("Orders", source);
        Snapshot.Match(manifest.Yaml, "yaml");
        Assert.Equal(120, manifest.StatefulSet.Spec.Template.Spec.TerminationGracePeriodSeconds);
        Assert.Equal("LoadBalancer", manifest.Service("orders-front").Spec.Type);
        Assert.Null(manifest.Objects.OfType<V1PodDisruptionBudget>().Single().Spec.UnhealthyPodEvictionPolicy);
    }

    [Theory]
    [InlineData("spec: [")]
    [InlineData("")]
    [InlineData("kind: Deployment\\nspec: {replicas: 5}")]
    [InlineData("spec: {replicas: 5, template: text}")]
    [InlineData("spec: {replicas: 5, $patch: nonsense}")]
    [InlineData("spec: {replicas: 5, replicas: 6}")]
    [InlineData("spec: {replicas: 5, template: {spec: {containers: [{image: a}]}}}")]
    [InlineData("$patch: delete")]
    [InlineData("- a")]
    [InlineData("spec: &a [*a]")]
    public void ABrokenPatchIsLeftOut(string yaml)
    {
        GeneratorRun run = GeneratorRun.Of(Head + $"[Patch(\"{yaml}\")] [Patch(\"spec: {{minReadySeconds: 7}}\")] " + Body);
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics);
        string expected = Assert.Single(GeneratorRun.Of(Head + "[Patch(\"spec: {minReadySeconds: 7}\")] " + Body).Sources).SourceText.ToString();
        Assert.Equal(expected, Assert.Single(run.Sources).SourceText.ToString());
    }

    /// <summary>Who suppresses a finding knows better than the table.</summary>
    [Theory]
    [InlineData("spec: {newField: {a: 5}}", "newField:\n    a: 5")]
    [InlineData("spec: {minReadySeconds: '5'}", "minReadySeconds: \"5\"")]
    public void WhatIsOnlyUnknownIsWritten(string yaml, string expected)
    {
        GeneratorRun run = GeneratorRun.Of(Head + $"[Patch(\"{yaml}\")] " + Body);
        Assert.Contains(expected, Assert.Single(run.Sources).SourceText.ToString().Replace("\"\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void LineEndsOfTheSourceMakeNoDifference()
    {
        string source = Head + "[Patch(@\"\nmetadata:\n  annotations:\n    a: |\n      x\n      y\n\")] " + Body;
        Assert.Equal(EmittedManifest.Of("Orders", source).Yaml, EmittedManifest.Of("Orders", source.Replace("\n", "\r\n", StringComparison.Ordinal)).Yaml);
    }
}
