namespace Holdfast.CodeFixes.Tests;

/// <summary>HF9006: arguments move to the attribute that they belong to.</summary>
public class MoveArgumentCodeFixTests
{
    [Fact]
    public Task MovesTheImage() => VerifyAsync("""
        using Holdfast;

        /// <summary>Orders.</summary>
        [StatefulApp("orders", {|HF9006:{|CS0246:Image|}|} = "orders:1.0", Replicas = 3)]
        public sealed partial class Orders
        {
        }
        """, """
        using Holdfast;

        /// <summary>Orders.</summary>
        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
        }
        """);

    [Fact]
    public Task MovesToAQualifiedAttribute() => VerifyAsync("""
        [Holdfast.StatelessApp("orders", {|HF9006:{|CS0246:MemoryLimit|}|} = "1Gi")]
        [Holdfast.Container("o:1")]
        partial class Orders { }
        """, """
        [Holdfast.StatelessApp("orders")]
        [Holdfast.Resources(MemoryLimit = "1Gi")]
        [Holdfast.Container("o:1")]
        partial class Orders { }
        """);

    [Theory]
    [InlineData("[StatefulApp(\"orders\", {|HF9006:{|CS0246:Image|}|} = \"orders:1.0\")] [Container] partial class Orders { }")] // it has one
    [InlineData("[StatefulApp(\"orders\", {|HF9006:{|CS0246:Port|}|} = 80)] [Container(\"o:1\")] partial class Orders { }")] // the member needs a name
    [InlineData("[StatefulApp(\"orders\", {|HF9006:{|CS0246:Command|}|} = new[] { \"a\" })] partial class Orders { }")] // the image is missing
    public Task OffersNothingWhereMoreHasToBeDecided(string source) => FixTest<MoveArgumentCodeFix>.OffersNothingAsync("using Holdfast; " + source);

    private static Task VerifyAsync(string source, string corrected) => FixTest<MoveArgumentCodeFix>.VerifyAsync(source, corrected);
}
