namespace Holdfast.CodeFixes.Tests;

/// <summary>HF9001 and HF9002: the form of types and members.</summary>
public class FormCodeFixTests
{
    [Fact]
    public Task MakesTypesPartial() => FixTest<TypeFormCodeFix>.VerifyAsync("""
        using Holdfast;

        /// <summary>Outer.</summary>
        class Outer
        {
            /// <summary>Orders.</summary>
            [StatefulApp("orders")] [Container("o:1")]
            internal sealed class {|HF9001:{|HF9001:Orders|}|}
            {
            }
        }
        """, """
        using Holdfast;

        /// <summary>Outer.</summary>
        partial class Outer
        {
            /// <summary>Orders.</summary>
            [StatefulApp("orders")] [Container("o:1")]
            internal sealed partial class Orders
            {
            }
        }
        """, iterations: 1);

    [Fact]
    public Task MakesTypesNotStatic() => FixTest<TypeFormCodeFix>.VerifyAsync(
        "using Holdfast; [StatefulApp(\"orders\")] [Container(\"o:1\")] public static partial class {|HF9001:Orders|} { }",
        "using Holdfast; [StatefulApp(\"orders\")] [Container(\"o:1\")] public sealed partial class Orders { }");

    [Fact]
    public Task OffersNothingWhereAnotherHalfIsStatic() => FixTest<TypeFormCodeFix>.OffersNothingAsync(
        "using Holdfast; [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class {|HF9001:Orders|} { } static partial class Orders { }");

    [Fact]
    public Task OffersNothingForAGenericType() => FixTest<TypeFormCodeFix>.OffersNothingAsync(
        "using Holdfast; [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class {|HF9001:Orders|}<T> { }");

    [Fact]
    public Task GivesMembersTheirForm() => FixTest<MemberFormCodeFix>.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders")]
        [Container("o:1")]
        partial class Orders
        {
            /// <summary>Http.</summary>
            [Port(80)]
            public ServicePort {|HF9002:Http|} { get; } = null!; // here

            [Port(81)] internal static Holdfast.ServicePort {|HF9002:Admin|} => null!;

            [VolumeClaim("1Gi", MountPath = "/data")] string {|HF9002:Data|} { get; set; } = "";
        }
        """, """
        using Holdfast;
        [StatefulApp("orders")]
        [Container("o:1")]
        partial class Orders
        {
            /// <summary>Http.</summary>
            [Port(80)]
            public static partial ServicePort Http { get; } // here

            [Port(81)] internal static partial Holdfast.ServicePort Admin { get; }

            [VolumeClaim("1Gi", MountPath = "/data")] static partial ClaimTemplate Data { get; }
        }
        """);
}
