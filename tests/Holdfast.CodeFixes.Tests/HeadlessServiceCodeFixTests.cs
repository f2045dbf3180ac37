namespace Holdfast.CodeFixes.Tests;

public class HeadlessServiceCodeFixTests
{
    private const string Members = """
        {
            [Port(80)] public static partial ServicePort Http { get; }
            [ClientService(Name = "front")] public static partial Service Front { get; }
            [PeerList(Env = "PEERS")] public static partial string Peers { get; }
        }
        """;

    [Theory]
    [InlineData("{|HF1001:\"\"|}", 0)]
    [InlineData("{|HF1003:\"front\"|}", 0)]
    [InlineData("{|HF1002:\"own\"|}", 1)]
    public Task LetsAServiceOfTheSetsOwnNameGovern(string name, int actionIndex) => FixTest<HeadlessServiceCodeFix>.VerifyAsync($$"""
        using Holdfast;
        [StatefulApp("orders", ServiceName = {{name}}, Replicas = 3)]
        [Container("orders:1.0")]
        partial class Orders
        {{Members}}
        """, $$"""
        using Holdfast;
        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        partial class Orders
        {{Members}}
        """,
        actionIndex);

    [Fact]
    public Task DeclaresTheServiceThatIsNamed() => FixTest<HeadlessServiceCodeFix>.VerifyAsync($$"""
        using Holdfast;
        namespace Shop
        {
            /// <summary>Orders.</summary>
            [Holdfast.StatefulApp("orders", ServiceName = {|HF1002:"own"|})]
            [Container("orders:1.0")]
            partial class Orders
            {{Members}}
        }
        """, $$"""
        using Holdfast;
        namespace Shop
        {
            /// <summary>Orders.</summary>
            [Holdfast.StatefulApp("orders", ServiceName = "own")]
            [Holdfast.HeadlessService]
            [Container("orders:1.0")]
            partial class Orders
            {{Members}}
        }
        """);

    [Fact]
    public Task LetsTheDeclaredServiceGovern() => FixTest<HeadlessServiceCodeFix>.VerifyAsync($$"""
        using Holdfast;
        [StatefulApp("orders", ServiceName = {|HF1002:"something-else"|})]
        [HeadlessService("peers")]
        [Container("orders:1.0")]
        partial class Orders
        {{Members}}
        """, $$"""
        using Holdfast;
        [StatefulApp("orders")]
        [HeadlessService("peers")]
        [Container("orders:1.0")]
        partial class Orders
        {{Members}}
        """);

    [Fact]
    public Task MendsTheDeclarationFromAUseInAnotherFile() => FixTest<HeadlessServiceCodeFix>.VerifyAsync(
        [
            "using Holdfast; [StatefulApp(\"orders\", ServiceName = \"\")] [Container(\"o:1\")] partial class Orders { }",
            "class User { string F() => {|HF1001:Orders.Pods[0].HostName|}; }",
        ],
        [
            "using Holdfast; [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders { }",
            "class User { string F() => Orders.Pods[0].HostName; }",
        ]);
}
