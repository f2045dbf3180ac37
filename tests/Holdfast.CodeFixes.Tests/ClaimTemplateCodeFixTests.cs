namespace Holdfast.CodeFixes.Tests;

public class ClaimTemplateCodeFixTests
{
    [Fact]
    public Task MakesAClaimTemplateOfASharedClaim() => FixTest<ClaimTemplateCodeFix>.VerifyAsync("""
        using Holdfast;

        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            /// <summary>Data.</summary>
            [ExistingClaim({|HF3001:"shared"|}, MountPath = "/data", SubPath = "db")]
            public static partial ExistingClaim Data { get; } // here

            [Holdfast.ExistingClaim({|HF3001:"more"|}, AccessMode = AccessMode.ReadWriteOnce, Name = "more", MountPath = "/more"), System.Obsolete] internal static partial Holdfast.ExistingClaim More { get; }
        }
        """, """
        using Holdfast;

        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            /// <summary>Data.</summary>
            [VolumeClaim("10Gi", MountPath = "/data", SubPath = "db")]
            public static partial ClaimTemplate Data { get; } // here

            [Holdfast.VolumeClaim("10Gi", Name = "more", MountPath = "/more"), System.Obsolete] internal static partial Holdfast.ClaimTemplate More { get; }
        }
        """);
}
