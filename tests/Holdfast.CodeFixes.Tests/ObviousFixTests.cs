namespace Holdfast.CodeFixes.Tests;

/// <summary>HF1010, HF1014, HF2012, HF2015 and HF3016, where one fix is obvious and where none is.</summary>
public class ObviousFixTests
{
    private const string Claim = "[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }";

    [Theory]
    [InlineData("[Label({|HF1010:\"version\"|}, \"1.4.2\", On = ManifestTargets.Pods | ManifestTargets.Claims)]", "[Label(\"version\", \"1.4.2\", On = ManifestTargets.Pods)]")]
    [InlineData("[Label({|HF1010:\"version\"|}, \"1.4.2\", On = ManifestTargets.Claims | ManifestTargets.Pods | ManifestTargets.Workload)]", "[Label(\"version\", \"1.4.2\", On = ManifestTargets.Pods | ManifestTargets.Workload)]")]
    [InlineData("[Label({|HF1010:\"version\"|}, \"1.4.2\", On = Holdfast.ManifestTargets.Default | (Holdfast.ManifestTargets.Claims))]", "[Label(\"version\", \"1.4.2\", On = Holdfast.ManifestTargets.Default)]")]
    [InlineData("[Container(\"o:1\"), Label({|HF1010:\"version\"|}, \"1.4.2\", On = ManifestTargets.Claims)]", "[Container(\"o:1\")]", false)]
    public Task LabelsOfClaims(string label, string corrected, bool addContainer = true) =>
        FixTest<ClaimLabelCodeFix>.VerifyAsync(App(label + Container(addContainer), Claim), App(corrected + Container(addContainer), Claim));

    [Fact]
    public Task ALabelThatIsOnClaimsOnlyGoesWithItsLine() => FixTest<ClaimLabelCodeFix>.VerifyAsync(
        App("[Container(\"o:1\")]\n// which\n[Label({|HF1010:\"version\"|}, \"1\", On = ManifestTargets.Claims)]", Claim),
        App("[Container(\"o:1\")]\n// which", Claim));

    [Theory]
    [InlineData("[Container(\"o:1\")] [Label({|HF1010:\"version\"|}, \"1\", On = (ManifestTargets)34)]")]
    [InlineData("[Container(\"o:1\")] [Patch(\"spec: {selector: {matchLabels: {{|HF1010:version|}: '1'}}, template: {metadata: {labels: {version: '1'}}}}\")]")]
    public Task OtherLabelsAreLeftAlone(string attributes) => FixTest<ClaimLabelCodeFix>.OffersNothingAsync(App(attributes, Claim));

    [Fact]
    public Task TheFieldTakesThePlaceOfTheAnnotation() => FixTest<ReadyAnnotationCodeFix>.VerifyAsync("""
        using Holdfast;

        [StatefulApp("orders")]
        [HeadlessService("peers", PublishNotReadyAddresses = false)]
        [Annotation({|HF1014:"service.alpha.kubernetes.io/tolerate-unready-endpoints"|}, "true", On = ManifestTargets.HeadlessService)]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
        }
        """, """
        using Holdfast;

        [StatefulApp("orders")]
        [HeadlessService("peers")]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
        }
        """);

    /// <summary>Requests of clients to replicas that are not ready are hardly what is meant.</summary>
    [Fact]
    public Task AServiceOfClientsIsLeftAlone() => FixTest<ReadyAnnotationCodeFix>.OffersNothingAsync(App(
        "[Container(\"o:1\")] [Annotation({|HF1014:\"service.alpha.kubernetes.io/tolerate-unready-endpoints\"|}, \"true\", On = ManifestTargets.ClientServices)]",
        "[Port(80)] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }"));

    [Theory]
    [InlineData("{|HF2012:\"dns://_pear._tcp.orders:5\"|}", "\"dns://_peer._tcp.orders:5\"")]
    [InlineData("{|HF2012:\"_peer._udp.orders\"|}", "\"_peer._tcp.orders\"")]
    public Task NamesOfPorts(string value, string corrected) => FixTest<ReplaceTextCodeFix>.VerifyAsync(
        App($"[Container(\"o:1\")] [Env(\"DISCOVERY\", {value})]", "[Port(2380)] public static partial ServicePort Peer { get; }"),
        App($"[Container(\"o:1\")] [Env(\"DISCOVERY\", {corrected})]", "[Port(2380)] public static partial ServicePort Peer { get; }"));

    [Fact]
    public Task ANameLikeNoPortIsLeftAlone() => FixTest<ReplaceTextCodeFix>.OffersNothingAsync(
        App("[Container(\"o:1\")] [Env(\"DISCOVERY\", {|HF2012:\"_gossip._tcp.orders\"|})]", "[Port(2380)] public static partial ServicePort Peer { get; }"));

    [Theory]
    [InlineData("[VolumeClaim(\"1Gi\", Name = {|HF2015:\"data\"|}, MountPath = \"/log\")] public static partial ClaimTemplate Log { get; }", "[VolumeClaim(\"1Gi\", MountPath = \"/log\")] public static partial ClaimTemplate Log { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [Port(81, Name = {|HF2015:\"http\"|})] public static partial ServicePort AdminTls { get; }", "[Port(80)] public static partial ServicePort Http { get; } [Port(81)] public static partial ServicePort AdminTls { get; }")]
    public Task NamesOfOthers(string members, string corrected) =>
        FixTest<OwnNameCodeFix>.VerifyAsync(App("[Container(\"o:1\")]", Claim + members), App("[Container(\"o:1\")]", Claim + corrected));

    [Theory]
    [InlineData("[Env(\"A\", \"1\")] [Env({|HF2015:\"A\"|}, \"2\")]", "")]
    [InlineData("", "[VolumeClaim(\"1Gi\", Name = \"log\", MountPath = \"/a\")] public static partial ClaimTemplate A { get; } [VolumeClaim(\"1Gi\", Name = {|HF2015:\"data\"|}, MountPath = \"/log\")] public static partial ClaimTemplate Log { get; }")]
    public Task WhichOneIsMeantIsNotToBeTold(string attributes, string members) =>
        FixTest<OwnNameCodeFix>.OffersNothingAsync(App("[Container(\"o:1\")]" + attributes, Claim + members));

    [Theory]
    [InlineData(0, "[VolumeClaim(\"1Gi\", DevicePath = \"/dev/data\")]")]
    [InlineData(1, "[VolumeClaim(\"1Gi\", MountPath = \"/data\", SubPath = \"db\")]")]
    public Task UsesOfVolumes(int action, string corrected) => FixTest<VolumeUseCodeFix>.VerifyAsync(
        App("[Container(\"o:1\")]", "[VolumeClaim(\"1Gi\", DevicePath = \"/dev/data\", MountPath = {|HF3016:\"/data\"|}, SubPath = \"db\")] public static partial ClaimTemplate Data { get; }"),
        App("[Container(\"o:1\")]", corrected + " public static partial ClaimTemplate Data { get; }"),
        action);

    /// <summary>A mount that another container declares may be the right one.</summary>
    [Fact]
    public Task AMountElsewhereIsLeftAlone() => FixTest<VolumeUseCodeFix>.OffersNothingAsync(App(
        "[Container(\"o:1\")] [Mount(nameof(Data), {|HF3016:\"/data\"|})]",
        "[VolumeClaim(\"1Gi\", DevicePath = \"/dev/data\")] public static partial ClaimTemplate Data { get; }"));

    private static string Container(bool isAdded) => isAdded ? " [Container(\"o:1\")]" : string.Empty;

    private static string App(string attributes, string members) => $$"""
        using Holdfast;

        [StatefulApp("orders")]
        {{attributes}}
        public sealed partial class Orders
        {
            {{members}}
        }
        """;
}
