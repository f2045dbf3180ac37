using k8s;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>The namespace, which is one object for all applications of a folder.</summary>
public class NamespaceTests
{
    [Fact]
    public void ItHasItsOwnFile_AndIsFirstOfTheTypedObjects()
    {
        EmittedManifest manifest = Manifest("");
        Assert.DoesNotContain("kind: Namespace", manifest.Yaml, StringComparison.Ordinal);
        V1Namespace space = Assert.IsType<V1Namespace>(manifest.Typed![0]);
        Assert.Equal("shop", space.Metadata.Name);
        Assert.Equal(
            [("app.kubernetes.io/managed-by", "holdfast"), ("pod-security.kubernetes.io/enforce", "restricted")],
            space.Metadata.Labels.Select(static label => (label.Key, label.Value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[SecurityContext(AddCapabilities = new[] { \"NET_BIND_SERVICE\" })]")]
    [InlineData("[Patch(\"{kind: Namespace, metadata: {labels: {pod-security.kubernetes.io/enforce: baseline}}}\")]", "baseline")]
    [InlineData("[SecurityContext(AllowRoot = true)]", null)]
    [InlineData("[SecurityContext(AddCapabilities = new[] { \"CHOWN\" })]", null)]
    [InlineData("[HostNamespaces(Network = true)]", null)]
    [InlineData("[Patch(\"spec: {template: {spec: {containers: [{name: a, securityContext: {privileged: true}}]}}}\")]", null)]
    [InlineData("[Patch(\"spec: {template: {spec: {volumes: [{name: v, hostPath: {path: /x}}]}}}\")]", null)]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: p, image: 'p:1'}]}}\")]", null)]
    public void TheProfileIsEnforced_WhereAllPodsMeetIt(string attribute, string? profile = "restricted")
    {
        V1Namespace space = Manifest(attribute).Typed!.OfType<V1Namespace>().Single();
        Assert.Equal(profile, space.Metadata.Labels.TryGetValue("pod-security.kubernetes.io/enforce", out string? enforced) ? enforced : null);
    }

    [Fact]
    public void ApplicationsOfOneNamespace_WriteTheSameText()
    {
        GeneratedTexts texts = GeneratedTexts.Of("""
            [StatefulApp("a", Namespace = "shop", CreateNamespace = true)] [Container("a:1")] public sealed partial class A { }
            [StatelessApp("b", Namespace = "shop", CreateNamespace = true)] [Container("b:1")] public sealed partial class B { }
            [StatelessApp("c", Namespace = "shop")] [Container("c:1")] public sealed partial class C { }
            """);
        Assert.Equal(texts.NamespaceYaml("A"), texts.NamespaceYaml("B"));
        Assert.StartsWith("# Written by Holdfast for the namespace shop; ", texts.NamespaceYaml("A"), StringComparison.Ordinal);
        Assert.Null(texts.NamespaceYaml("C"));
        Assert.Empty(texts.Prerequisites("C"));
    }

    private static EmittedManifest Manifest(string attribute) => EmittedManifest.Of("A", $$"""
        using Holdfast;

        [StatefulApp("a", Namespace = "shop", CreateNamespace = true)]
        [Container("a:1")]
        {{attribute}}
        public sealed partial class A
        {
        }
        """);
}
