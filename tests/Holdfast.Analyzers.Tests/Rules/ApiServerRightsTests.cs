using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Libraries that ask the API server, and what the account of the pods may do.</summary>
[HomeOf("HF9034")]
public class ApiServerRightsTests
{
    private const string Orleans = "Orleans.Hosting.KubernetesHostingExtensions.UseKubernetesHosting()";

    private const string Stubs = """
        namespace k8s { class KubernetesClientConfiguration { public static object InClusterConfig() => 1; } }
        namespace Own { class KubernetesHostingExtensions { public static object UseKubernetesHosting() => 1; } class KubernetesProvider { } }
        namespace Orleans.Hosting { class KubernetesHostingExtensions { public static object UseKubernetesHosting() => 1; public static object UseOther() => 1; } }
        namespace Akka.Discovery.KubernetesApi { class AkkaHostingExtensions { public static object WithKubernetesDiscovery() => 1; } }
        namespace Akka.Coordination.KubernetesApi { class KubernetesLeaseOption { public static object Instance { get; } = 1; } }
        namespace Proto.Cluster.Kubernetes { class KubernetesProvider { } }
        namespace Microsoft.Extensions.Hosting { static class HoldfastHostApplicationBuilderExtensions { public static object OnLeaving<TApp>(this object builder) => builder; } }
        """;

    [Theory]
    [InlineData(Orleans)]
    [InlineData("Akka.Discovery.KubernetesApi.AkkaHostingExtensions.WithKubernetesDiscovery()")]
    [InlineData("Akka.Coordination.KubernetesApi.KubernetesLeaseOption.Instance")]
    [InlineData("new Akka.Coordination.KubernetesApi.KubernetesLeaseOption()")]
    [InlineData("new Proto.Cluster.Kubernetes.KubernetesProvider()")]
    public Task LibrariesThatNeedRights(string call) => VerifyAsync("{|HF9034:" + call + "|}");

    /// <summary>The type is named in another file alone.</summary>
    [Theory]
    [InlineData("public static Proto.Cluster.Kubernetes.KubernetesProvider Provider { get; set; }", "Cluster.Provider = {|HF9034:new()|}")]
    [InlineData("public static Akka.Coordination.KubernetesApi.KubernetesLeaseOption Lease;", "Cluster.Lease = {|HF9034:new()|}")]
    [InlineData("public static object Start(Proto.Cluster.Kubernetes.KubernetesProvider p) => p;", "Cluster.Start({|HF9034:new()|})")]
    [InlineData("public Cluster(Proto.Cluster.Kubernetes.KubernetesProvider p) { }", "new Cluster({|HF9034:new()|})")]
    [InlineData("public static Own.KubernetesProvider Provider { get; set; }", "Cluster.Provider = new()")]
    [InlineData("public static Other Provider { get; set; } public static Proto.Cluster.Kubernetes.KubernetesProvider More;", "Cluster.Provider = new()")]
    public Task TypesThatAreNotWritten(string member, string call)
    {
        return RuleTest.VerifyAsync(Text(call, "", "class Other { }").Replace(Stubs, string.Empty, StringComparison.Ordinal), Stubs, $"class Cluster {{ {member} }}");
    }

    [Theory]
    [InlineData("Orleans.Hosting.KubernetesHostingExtensions.UseOther()")]
    [InlineData("Own.KubernetesHostingExtensions.UseKubernetesHosting()")]
    [InlineData("new Own.KubernetesProvider()")]
    public Task WhatNeedsNone(string call) => VerifyAsync(call);

    [Theory]
    [InlineData("[Allow(ClientRights.Orleans)]", false)]
    [InlineData("[Allow(ClientRights.ProtoActor)]", true)] // no delete
    [InlineData("[Allow(\"get watch list delete patch\", \"pods\")]", false)]
    [InlineData("[Allow(\"get watch list\", \"pods\")] [Allow(\"delete patch\", \"pods\")]", false)]
    [InlineData("[Allow(\"get watch list\", \"pods\")]", true)]
    [InlineData("[Allow(\"*\", \"pods\")]", false)]
    [InlineData("[Allow(\"*\", \"*\", Group = \"*\")]", false)]
    [InlineData("[Allow(\"*\", \"pods\", Group = \"metrics.k8s.io\")]", true)]
    [InlineData("[Allow(\"*\", \"pods\", Names = new[] { \"orders-0\" })]", true)]
    [InlineData("[Allow(\"*\", \"services\")]", true)]
    [InlineData("[ServiceAccount(MountToken = true)]", true)]
    [InlineData("[ServiceAccount(\"orders\")]", false)] // granted elsewhere
    [InlineData("[ServiceAccount(Create = true)]", false)]
    [InlineData("[ServiceAccount(\"orders\")] [Allow(\"get\", \"pods\")]", false)]
    [InlineData("[Patch(\"spec: {template: {spec: {serviceAccountName: orders}}}\")]", false)]
    public Task RightsOfTheAccount(string attributes, bool isFound) => VerifyAsync(isFound ? "{|HF9034:" + Orleans + "|}" : Orleans, attributes);

    [Fact]
    public Task OneOfTwoMayBeTheOne() => VerifyAsync(Orleans, more: "[StatelessApp(\"web\")] [Container(\"w:1\")] partial class Web { }");

    [Fact]
    public Task TheOneWithThePublishedImageRunsTheCode() => RuleTest.VerifyAsync(
        new Dictionary<string, string> { ["ContainerRepository"] = "shop/orders", ["ContainerImageTag"] = "1.0" },
        Text("{|HF9034:" + Orleans + "|}", "", "[StatelessApp(\"web\")] [Container(\"w:1\")] partial class Web { }").Replace("[Container(\"o:1\")]", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("default", false)]
    [InlineData("other", true)]
    public Task BindingsInManifests(string account, bool isFound) => new ManifestRun()
        .File("k8s/rights.yaml", $$"""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: orders}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
            subjects: [{kind: ServiceAccount, name: {{account}}}]
            """)
        .Source(Text(isFound ? "{|HF9034:" + Orleans + "|}" : Orleans, "", ""))
        .VerifyAsync();

    /// <summary>Without the right, or a mark on the pod, the handler never runs.</summary>
    [Theory]
    [InlineData("{|HF9034:Microsoft.Extensions.Hosting.HoldfastHostApplicationBuilderExtensions.OnLeaving<Orders>(1)|}", "")]
    [InlineData("{|HF9034:Microsoft.Extensions.Hosting.HoldfastHostApplicationBuilderExtensions.OnLeaving<Orders>(1)|}", "[Allow(ClientRights.Orleans)]")]
    [InlineData("{|HF9034:Microsoft.Extensions.Hosting.HoldfastHostApplicationBuilderExtensions.OnLeaving<Orders>(1)|}", "[Allow(\"get\", \"statefulsets\", Names = new[] { \"other\" })]")]
    [InlineData("Microsoft.Extensions.Hosting.HoldfastHostApplicationBuilderExtensions.OnLeaving<Orders>(1)", "[Allow(ClientRights.ScaleIn)]")]
    [InlineData("Microsoft.Extensions.Hosting.HoldfastHostApplicationBuilderExtensions.OnLeaving<Orders>(1)", "[Allow(\"get\", \"statefulsets\")]")]
    [InlineData("Microsoft.Extensions.Hosting.HoldfastHostApplicationBuilderExtensions.OnLeaving<Orders>(1)", "[Allow(\"get\", \"statefulsets\", Names = new[] { \"orders\" })]")]
    [InlineData("Microsoft.Extensions.Hosting.HoldfastHostApplicationBuilderExtensions.OnLeaving<Web>(1)", "")]
    [InlineData("Microsoft.Extensions.Hosting.HoldfastHostApplicationBuilderExtensions.OnLeaving<Marked>(1)", "")]
    public Task LeavingNeedsARightOrAMark(string call, string attributes) => VerifyAsync(call, attributes, """
        [StatefulApp("web")] [Container("w:1")] [Allow(ClientRights.ScaleIn)] partial class Web { }
        [StatefulApp("marked")] [Container("m:1")]
        partial class Marked
        {
            [ProjectedVolume(MountPath = "/etc/holdfast")] [ProjectedField("leaving", FieldPath = "metadata.annotations['holdfast.dev/leaving']")]
            public static partial Volume Marks { get; }
        }
        """);

    /// <summary>A client may ask for anything; with the namespace's account it may read nothing.</summary>
    [Theory]
    [InlineData("{|HF9034:k8s.KubernetesClientConfiguration.InClusterConfig()|}", "")]
    [InlineData("k8s.KubernetesClientConfiguration.InClusterConfig()", "[Allow(\"get\", \"configmaps\")]")]
    [InlineData("k8s.KubernetesClientConfiguration.InClusterConfig()", "[ServiceAccount(\"orders\")]")]
    public Task Clients(string call, string attributes) => RuleTest.VerifyWatchingAsync("HF9034", Text(call, attributes, ""));

    private static Task VerifyAsync(string call, string attributes = "", string more = "") => RuleTest.VerifyAsync(Text(call, attributes, more));

    private static string Text(string call, string attributes, string more) => $$"""
        using Holdfast;
        [StatefulApp("orders")] [Container("o:1")] {{attributes}}
        partial class Orders { static object Run() => {{call}}; }
        {{more}}
        {{Stubs}}
        """;
}
