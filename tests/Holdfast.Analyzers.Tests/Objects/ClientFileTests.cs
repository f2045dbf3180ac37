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
