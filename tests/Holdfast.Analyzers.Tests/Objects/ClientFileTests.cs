namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>Files are looked through by their text first, and no text that leads to an object is missed.</summary>
public class ClientFileTests
{
    [Fact]
    public Task AFileThatNamesNoClassIsRead() => KubernetesCode.VerifyAsync(
        """
        using System.Threading.Tasks;
        using k8s.Models;

        static class Sender
        {
            public static Task CreateAsync(V1StatefulSet set) => Task.FromResult(set.Spec);
        }
        """,
        """
        class Operator
        {
            void Make() => Sender.CreateAsync(new()
            {
                Metadata = new() { Name = "orders" },
                Spec = {|HF6007:new|}() { ServiceName = "orders", Template = new() { Spec = new() { Containers = [new() { Name = "orders", Image = "registry.example/orders:1.0" }] } } },
            });
        }
        """);

    /// <summary>A method that sends what another file makes names no class of objects.</summary>
    [Theory]
    [InlineData("await client.AppsV1.CreateNamespacedStatefulSetAsync(Sets.Of(), \"shop\");", "{|HF6007:new|}")]
    [InlineData("await client.AppsV1.ReplaceNamespacedStatefulSetAsync(Sets.Of(), \"orders\", \"shop\");", "{|HF6007:new|}")]
    [InlineData("await client.AppsV1.ReplaceNamespacedStatefulSetStatusAsync(Sets.Of(), \"orders\", \"shop\");", "new")]
    [InlineData("var set = Sets.Of(); Sets.Complete(set); await client.AppsV1.CreateNamespacedStatefulSetAsync(set, \"shop\");", "new")]
    [InlineData("await Task.FromResult(Sets.Of().ToString().Replace('a', 'b'));", "new")]
    public Task AFileThatSendsWhatAnotherMakesIsRead(string code, string made) => KubernetesCode.VerifyAsync(
        $$"""
        global using System.Threading.Tasks;
        global using k8s;
        using k8s.Models;

        static class Sets
        {
            public static V1StatefulSet Of() => new()
            {
                Metadata = new() { Name = "orders" },
                Spec = {{made}}() { ServiceName = "orders", Template = new() { Metadata = new() { Labels = new System.Collections.Generic.Dictionary<string, string> { ["app"] = "orders" } }, Spec = new() { Containers = [new() { Name = "orders", Image = "registry.example/orders:1.0" }] } } },
            };

            public static void Complete(V1StatefulSet set) => set.Spec.Selector = new() { MatchLabels = set.Spec.Template.Metadata.Labels };
        }
        """,
        $$"""
        class Operator(IKubernetes client)
        {
            public async Task Run()
            {
                {{code}}
            }
        }
        """);

    [Fact]
    public Task AnAliasOfAnotherFileIsKnown() => KubernetesCode.VerifyAsync(
        "global using Claims = k8s.Models.V1PersistentVolumeClaimSpec;",
        """
        class Operator
        {
            object Make(string mode) => new Claims { {|HF9032:AccessModes = { mode }|} };
        }
        """);
}
