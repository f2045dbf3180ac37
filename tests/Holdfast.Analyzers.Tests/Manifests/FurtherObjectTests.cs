using Holdfast.Tests.Shared;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>The objects of <c>[Manifest]</c>.</summary>
public class FurtherObjectTests
{
    private const string Limits = "{apiVersion: v1, kind: LimitRange, metadata: {name: limits}, spec: {limits: [{type: Container, default: {cpu: 1}}]}}";

    [Fact]
    public void AnObjectGetsNamespaceAndLabels_AndAMember()
    {
        EmittedManifest manifest = EmittedManifest.Of("A", "using Holdfast;\n" + Source($"[Manifest(\"{Limits}\")]"));
        V1LimitRange limits = manifest.Objects.OfType<V1LimitRange>().Single();
        Assert.Equal("shop", limits.Metadata.NamespaceProperty);
        Assert.Equal("a", limits.Metadata.Labels["app.kubernetes.io/name"]);
        Assert.NotNull(manifest.Type.GetNestedType("Manifests")!.GetProperty("LimitsLimitRange"));
    }

    [Theory]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: other, labels: {x: yes-it-is}}}", "\n  name: s\n  namespace: other\n  labels:\n    x: yes-it-is\n")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: s, labels: {}}}", "\n  name: s\n  namespace: shop\n  labels: {}\n")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: s}, provisioner: x}", "\n  name: s\nprovisioner: x\n")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: s}, spec: {containers: []}}", "\n  name: s\n  namespace: shop\nspec:\n")]
    [InlineData("{apiVersion: example.com/v1, kind: Thing, metadata: {name: s}, anything: [at, all]}", "\n    app.kubernetes.io/managed-by: holdfast\nanything:\n- at\n- all\n")]
    public void WhatAnObjectSays_Stays(string yaml, string expected) =>
        Assert.Contains(expected, GeneratedTexts.Of(Source($"[Manifest(\"{yaml}\")]")).Yaml(), StringComparison.Ordinal);

    [Fact]
    public void Objects_AreInTheOrderOfApplication()
    {
        GeneratedTexts texts = GeneratedTexts.Of(Source("""
            [Manifest(File = "k8s/more.yaml")]
            [Manifest("{apiVersion: v1, kind: Secret, metadata: {name: s}}")]
            [NetworkPolicy]
            """), new ProjectText("k8s/more.yaml", """
            # several
            apiVersion: example.com/v1
            kind: Thing
            metadata:
              name: t
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: x
            spec:
              type: ExternalName
              externalName: example.com
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata:
              name: c
            """.ReplaceLineEndings("\r\n")));
        Assert.Equal(["Secret", "Service", "Service", "NetworkPolicy", "StatefulSet", "CronJob", "Thing"], texts.Kinds());
    }

    [Fact]
    public void APatch_CanChangeThem()
    {
        GeneratedTexts texts = GeneratedTexts.Of(Source($$"""
            [Manifest("{{Limits}}")]
            [Manifest("{apiVersion: example.com/v1, kind: Thing, metadata: {name: s}, spec: {a: 1, b: 2} }")]
            [Patch("{kind: LimitRange, metadata: {annotations: {x: z} } }")]
            [Patch("{kind: Thing, metadata: {name: s}, spec: {a: 3} }")]
            """));
        Assert.Contains("\n  annotations:\n    x: z\n", texts.Object("LimitRange"), StringComparison.Ordinal);
        Assert.Contains("\nspec:\n  a: 3\n  b: 2\n", texts.Object("Thing"), StringComparison.Ordinal);
    }

    private static string Source(string attributes) => $$"""
        [StatefulApp("a", Namespace = "shop")]
        [Container("a:1")]
        {{attributes}}
        public sealed partial class A
        {
        }
        """;
}
