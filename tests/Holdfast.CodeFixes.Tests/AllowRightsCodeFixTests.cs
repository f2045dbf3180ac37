namespace Holdfast.CodeFixes.Tests;

/// <summary>Rights that a library needs, added to the application.</summary>
public class AllowRightsCodeFixTests
{
    private const string Stubs = "namespace Orleans.Hosting { class KubernetesHostingExtensions { public static object UseKubernetesHosting() => 1; } }\n"
        + "namespace Proto.Cluster.Kubernetes { class KubernetesProvider { } }\n";

    [Theory]
    [InlineData("{|HF9034:Orleans.Hosting.KubernetesHostingExtensions.UseKubernetesHosting()|}", "Orleans")]
    [InlineData("{|HF9034:new Proto.Cluster.Kubernetes.KubernetesProvider()|}", "ProtoActor")]
    public Task InTheFileOfTheCall(string call, string preset)
    {
        string plain = call[call.IndexOf(':', StringComparison.Ordinal)..].TrimStart(':').Replace("|}", "", StringComparison.Ordinal);
        return FixTest<AllowRightsCodeFix>.VerifyAsync(Source(call, ""), Source(plain, $"[Allow(ClientRights.{preset})]\n"));
    }

    [Fact]
    public Task InTheFileOfTheApplication() => FixTest<AllowRightsCodeFix>.VerifyAsync(
        ["class Program { static object Run() => {|HF9034:new Proto.Cluster.Kubernetes.KubernetesProvider()|}; }\n" + Stubs, "[Holdfast.StatefulApp(\"orders\")]\n[Holdfast.Container(\"o:1\")]\npartial class Orders { }\n"],
        ["class Program { static object Run() => new Proto.Cluster.Kubernetes.KubernetesProvider(); }\n" + Stubs, "[Holdfast.StatefulApp(\"orders\")]\n[Holdfast.Allow(Holdfast.ClientRights.ProtoActor)]\n[Holdfast.Container(\"o:1\")]\npartial class Orders { }\n"]);

    private static string Source(string call, string attribute) => $$"""
        using Holdfast;

        [StatefulApp("orders")]
        {{attribute}}[Container("o:1")]
        partial class Orders
        {
            static object Run() => {{call}};
        }

        {{Stubs}}
        """;
}
