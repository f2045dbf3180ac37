using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF2015")]
public class DuplicateRuleTests
{
    [Theory]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; } [VolumeClaim(\"1Gi\", Name = {|HF2015:\"data\"|}, MountPath = \"/other\")] public static partial ClaimTemplate Other { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/a\")] public static partial ClaimTemplate A { get; } [VolumeClaim(\"1Gi\", MountPath = {|HF2015:\"/a\"|})] public static partial ClaimTemplate B { get; }")]
    [InlineData("[ExistingClaim(\"x\")] public static partial ExistingClaim Data { get; } [ExistingClaim(\"y\")] public static partial ExistingClaim {|HF2015:data|} { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [Port(81, Name = {|HF2015:\"http\"|})] public static partial ServicePort Other { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort A { get; } [Port({|HF2015:80|})] public static partial ServicePort B { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [ClientService(Name = {|HF2015:\"orders\"|})] public static partial Service Front { get; }")]
    [InlineData("[EphemeralClaim(\"1Gi\")] public static partial Volume Data { get; } [CsiVolume(\"a.b\", Name = {|HF2015:\"data\"|})] public static partial Volume Other { get; }")]
    [InlineData("[EphemeralClaim(\"1Gi\", DevicePath = \"/dev/a\")] public static partial Volume A { get; } [EphemeralClaim(\"1Gi\", DevicePath = {|HF2015:\"/dev/a\"|})] public static partial Volume B { get; }")]
    [InlineData("[ProjectedVolume] [ProjectedToken(\"a\")] [ProjectedField({|HF2015:\"a\"|}, FieldPath = \"metadata.uid\")] public static partial Volume All { get; }")]
    [InlineData("[ProjectedVolume] [ProjectedSecret(\"s\", Items = new[] { \"k=a\" })] [ProjectedConfigMap(\"c\", Items = {|HF2015:new[] { \"a\" }|})] public static partial Volume All { get; }")]
    [InlineData("[PeerList(Env = \"A\")] public static partial string A { get; } [PeerList(Env = {|HF2015:\"A\"|})] public static partial string B { get; }")]
    public Task Fires(string members) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: members));

    [Fact]
    public Task FiresOnAVariableThatIsSetTwice() => RuleTest.VerifyAsync(
        Source.App("\"orders\"", "[Env(\"A\", \"1\")] [Env({|HF2015:\"A\"|}, \"2\")] [Env(\"a\", \"3\")]"));

    [Fact]
    public Task FiresOnAnEntryThatIsThereTwice() => RuleTest.VerifyAsync(Source.App(
        "\"orders\"",
        "[ConfigMapEntry(\"a\", \"1\")] [ConfigMapEntry({|HF2015:\"a\"|}, \"1\", ConfigMap = \"orders-config\")] [ConfigMapEntry(\"A\", \"1\")] [ConfigMapEntry(\"a\", \"1\", ConfigMap = \"other\")]"));

    [Theory]
    [InlineData("[ProjectedVolume] [ProjectedToken(\"a\")] public static partial Volume A { get; } [ProjectedVolume] [ProjectedToken(\"a\")] public static partial Volume B { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort A { get; } [Port(80, Protocol = PortProtocol.Udp)] public static partial ServicePort B { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/a\")] public static partial ClaimTemplate A { get; } [VolumeClaim(\"1Gi\", MountPath = \"/b\")] public static partial ClaimTemplate B { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; } [ExistingClaim(\"x\", Name = \"data\")] public static partial ExistingClaim Old { get; }")] // the template wins, and that is known
    public Task IsSilent(string members) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: members));

    [Fact]
    public Task IsSilentOnAVariableInThePlaceOfHoldfastsOwn() => RuleTest.VerifyAsync(
        Source.App("\"orders\"", "[Env(\"POD_NAME\", FieldPath = \"metadata.name\")]"));

    [Fact]
    public Task SurvivesHalfTypedCode() => RuleTest.SurvivesAsync(Source.App("\"orders\"", "[Env()] [Env(] [Env(null)]"));
}
