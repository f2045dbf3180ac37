namespace Holdfast.CodeFixes.Tests;

/// <summary>Members of enums, flags, paths and words of patches.</summary>
public class ValueCodeFixTests
{
    [Fact]
    public Task Values() => FixTest<ReplaceTextCodeFix>.VerifyAsync("""
        using Holdfast;

        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        [ClaimRetention(WhenScaled = {|HF3011:ClaimRetention.Delete|}, WhenDeleted = {|HF3012:Holdfast.ClaimRetention.Delete|})]
        [HeadlessService(PublishNotReadyAddresses = {|HF1012:false|})]
        [Label("tier", {|HF2016:"a b"|})]
        [Patch("{kind: Service, metadata: {name: orders}, spec: {internalTrafficPolicy: {|HF2020:cluster|}}}")]
        public sealed partial class Orders
        {
            [VolumeClaim("1Gi", MountPath = {|HF3018:"data"|}, SubPath = {|HF3018:"/db"|}, AccessMode = {|HF3009:AccessMode.ReadWriteOnce|})]
            public static partial ClaimTemplate Data { get; }

            [Port(80)] public static partial ServicePort Http { get; }

            [ClientService(PublishNotReadyAddresses = {|HF1013:true|})] public static partial Service Front { get; }

            [PeerList(Env = "PEERS")] public static partial string Peers { get; }
        }
        """, """
        using Holdfast;

        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        [ClaimRetention(WhenScaled = ClaimRetention.Retain, WhenDeleted = Holdfast.ClaimRetention.Retain)]
        [HeadlessService(PublishNotReadyAddresses = true)]
        [Label("tier", "a-b")]
        [Patch("{kind: Service, metadata: {name: orders}, spec: {internalTrafficPolicy: Cluster}}")]
        public sealed partial class Orders
        {
            [VolumeClaim("1Gi", MountPath = "/data", SubPath = "db", AccessMode = AccessMode.ReadWriteOncePod)]
            public static partial ClaimTemplate Data { get; }

            [Port(80)] public static partial ServicePort Http { get; }

            [ClientService(PublishNotReadyAddresses = false)] public static partial Service Front { get; }

            [PeerList(Env = "PEERS")] public static partial string Peers { get; }
        }
        """);

    [Fact]
    public Task AMountThatNamesNearlyTheVolume() => FixTest<ReplaceTextCodeFix>.VerifyAsync(
        Mount("{|HF3006:dta|}"), Mount("data"));

    [Fact]
    public Task AMountOfNothing() => FixTest<ReplaceTextCodeFix>.OffersNothingAsync(Mount("{|HF3006:cache|}"));

    [Fact]
    public Task MountsClaimTemplates() => FixTest<MountPathCodeFix>.VerifyAsync("""
        using Holdfast;

        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [VolumeClaim("1Gi")] public static partial ClaimTemplate {|HF3005:Data|} { get; }

            [Port(80)] public static partial ServicePort Http { get; }

            [Holdfast.VolumeClaim("1Gi", Name = {|HF3005:"journal"|})] public static partial ClaimTemplate Log { get; }
        }
        """, """
        using Holdfast;

        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }

            [Port(80)] public static partial ServicePort Http { get; }

            [Holdfast.VolumeClaim("1Gi", Name = "journal", MountPath = "/journal")] public static partial ClaimTemplate Log { get; }
        }
        """);

    [Fact]
    public Task OffersNoSecondPathWhereTheContainerLacks() => FixTest<MountPathCodeFix>.OffersNothingAsync(
        "using Holdfast; [StatefulApp(\"orders\")] [Patch(\"kind: StatefulSet\\nspec: {template: {spec: {containers: [{name: orders, image: o:1, volumeMounts: [{$patch: replace}]}]}}}\")] [Container(\"o:1\")] public sealed partial class Orders { [VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate {|HF3005:Data|} { get; } }");

    [Fact]
    public Task ALoadBalancerNoLongerGoverns() => FixTest<HeadlessServiceCodeFix>.VerifyAsync(
        Governed("\"orders\", ServiceName = {|HF1009:\"front\"|}"), Governed("\"orders\""));

    private static string Governed(string arguments) => $$"""
        using Holdfast;

        [StatefulApp({{arguments}})]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [Port(80)] public static partial ServicePort Http { get; }

            [ClientService(Name = "front", Type = ServiceType.LoadBalancer)] public static partial Service Front { get; }
        }
        """;

    private static string Mount(string volume) => """
        using Holdfast;

        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        [Patch("spec: {template: {spec: {containers: [{name: orders, volumeMounts: [{name: VOLUME, mountPath: /x}]}]}}}")]
        public sealed partial class Orders
        {
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
        }
        """.Replace("VOLUME", volume, StringComparison.Ordinal);
}
