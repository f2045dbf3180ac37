namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>What applications refer to and do not make.</summary>
public class PrerequisiteTests
{
    [Fact]
    public void EverythingThatIsReferredTo_IsListed()
    {
        GeneratedTexts texts = GeneratedTexts.Of("""
            [StatefulApp("a", Namespace = "shop", ServiceName = "elsewhere")]
            [Container("a:1")]
            [Env("P", Secret = "db", Key = "password")]
            [Env("U", Secret = "db", Key = "user")]
            [Env("O", Secret = "extra", Key = "x", Optional = true)]
            [EnvFrom(ConfigMap = "settings")]
            [ServiceAccount("worker")]
            [ImagePullSecret("registry")]
            [Scheduling(PriorityClassName = "high", RuntimeClassName = "gvisor")]
            public sealed partial class A
            {
                [Port(80), PodMonitor] public static partial ServicePort Http { get; }
                [VolumeClaim("1Gi", MountPath = "/d", StorageClass = "fast")] public static partial ClaimTemplate Data { get; }
                [ExistingClaim("shared", MountPath = "/s")] public static partial ExistingClaim Shared { get; }
                [ClientService]
                [Ingress("a.example.com", Class = "nginx", TlsSecret = "cert")]
                [HttpRoute("a.example.com", Gateway = "public", GatewayNamespace = "edge")]
                public static partial Service Web { get; }
            }
            """);
        Assert.Equal(
            [
                "ConfigMap settings/shop []",
                "CustomResourceDefinition httproutes.gateway.networking.k8s.io/ []",
                "CustomResourceDefinition podmonitors.monitoring.coreos.com/ []",
                "Gateway public/edge []",
                "IngressClass nginx/ []",
                "Namespace shop/ []",
                "PersistentVolumeClaim shared/shop []",
                "PriorityClass high/ []",
                "RuntimeClass gvisor/ []",
                "Secret cert/shop [tls.crt,tls.key]",
                "Secret db/shop [password,user]",
                "Secret extra/shop [] optional",
                "Secret registry/shop [.dockerconfigjson]",
                "Service elsewhere/shop []",
                "ServiceAccount worker/shop []",
                "StorageClass fast/ []",
            ],
            texts.Prerequisites().Select(Show));
        Assert.StartsWith(
            """
            # Written by Holdfast for A; change the declaration, not this file.
            # It refers to these objects, which must be in the cluster before:
            #   ConfigMap settings (namespace shop)
            #   CustomResourceDefinition httproutes.gateway.networking.k8s.io

            """.ReplaceLineEndings("\n"),
            texts.Yaml(),
            StringComparison.Ordinal);
        Assert.Contains("\n#   Secret db (namespace shop; keys password, user)\n", texts.Yaml(), StringComparison.Ordinal);
        Assert.Contains("\n#   Secret extra (namespace shop; optional)\n", texts.Yaml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[ServiceAccount(\"worker\", Create = true)]")]
    [InlineData("[ServiceAccount(\"default\")]")]
    [InlineData("[ConfigMapEntry(\"k\", \"v\", ConfigMap = \"settings\")] [EnvFrom(ConfigMap = \"settings\")]")]
    [InlineData("[Env(\"P\", Secret = \"db\", Key = \"p\")] [Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: db}}\")]")]
    [InlineData("[Scheduling(PriorityClassName = \"system-node-critical\")]")]
    [InlineData("[Manifest(\"{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, annotations: {cert-manager.io/issuer: x}}, spec: {tls: [{secretName: made}]}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: x.dev/v1, kind: Proxy, metadata: {name: i}}\")] [Manifest(\"{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: proxies.x.dev}}\")]")]
    public void WhatIsMade_IsNot(string attributes)
    {
        GeneratedTexts texts = Texts(attributes);
        Assert.Empty(texts.Prerequisites());
        Assert.DoesNotContain("must be in the cluster", texts.Yaml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Patch(\"spec: {template: {spec: {priorityClassName: high}}}\")]", "PriorityClass high/ []")]
    [InlineData("[Manifest(\"{apiVersion: x.dev/v1, kind: Bus, metadata: {name: i}}\")]", "CustomResourceDefinition buses.x.dev/ []")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: i, namespace: far}, spec: {storageClassName: slow}}\")]", "Namespace far/ []", "StorageClass slow/ []")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Pod, metadata: {name: i}, spec: {containers: [{name: i, env: [{name: X, valueFrom: {configMapKeyRef: {name: c, key: k}}}]}]}}\")]", "ConfigMap c/ [k]")]
    public void PatchesAndFurtherObjects_Count(string attributes, params string[] expected) =>
        Assert.Equal(expected, Texts(attributes).Prerequisites().Select(Show));

    [Fact]
    public void AnotherApplication_MayMakeIt()
    {
        GeneratedTexts texts = GeneratedTexts.Of("""
            [StatefulApp("a", Namespace = "shop")]
            [Container("a:1")]
            [ServiceAccount("worker", Create = true)]
            [Manifest("{apiVersion: v1, kind: Secret, metadata: {name: db}}")]
            [Manifest("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}")]
            public sealed partial class A
            {
                [VolumeClaim("1Gi", MountPath = "/d")] public static partial ClaimTemplate Data { get; }
            }

            [StatelessApp("b", Namespace = "shop")]
            [Container("b:1")]
            [ServiceAccount("worker")]
            [Env("P", Secret = "db", Key = "p")]
            [Env("Q", Secret = "bd", Key = "p")]
            public sealed partial class B
            {
                [ExistingClaim("data-a-0", MountPath = "/d")] public static partial ExistingClaim Data { get; }
            }

            [StatelessApp("d", Namespace = "shop")]
            [Container("d:1")]
            public sealed partial class D
            {
                [ExistingClaim("data-a-12", MountPath = "/a")] public static partial ExistingClaim Twelfth { get; }
                [ExistingClaim("data-a-1x", MountPath = "/b")] public static partial ExistingClaim NoNumber { get; }
                [ExistingClaim("data-a", MountPath = "/c")] public static partial ExistingClaim NoSet { get; }
                [ExistingClaim("data-aa-1", MountPath = "/d")] public static partial ExistingClaim OtherSet { get; }
            }

            [StatelessApp("c", Namespace = "other")] [Container("c:1")] [Env("P", Secret = "db", Key = "p")] public sealed partial class C { }
            """);
        Assert.Empty(texts.Prerequisites("A"));
        Assert.Equal(["Secret bd/shop [p]"], texts.Prerequisites("B").Select(Show));
        Assert.Equal(["PersistentVolumeClaim data-a-1x/shop []", "PersistentVolumeClaim data-a/shop []", "PersistentVolumeClaim data-aa-1/shop []"], texts.Prerequisites("D").Select(Show).Order(StringComparer.Ordinal));
        Assert.Equal(["Namespace other/ []", "Secret db/other [p]"], texts.Prerequisites("C").Select(Show));
    }

    private static string Show(Prerequisite one) => $"{one}/{one.Namespace} [{string.Join(',', one.Keys)}]{(one.IsOptional ? " optional" : "")}";

    private static GeneratedTexts Texts(string attributes) => GeneratedTexts.Of($$"""
        [StatefulApp("a")]
        [Container("a:1")]
        {{attributes}}
        public sealed partial class A
        {
        }
        """);
}
