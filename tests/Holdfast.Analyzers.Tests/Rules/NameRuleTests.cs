using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Names of StatefulSets and of other objects, and ordinals in them.</summary>
[HomeOf("HF2001", "HF2002", "HF2003", "HF2019")]
public class NameRuleTests
{
    [Theory]
    [InlineData(53)]
    [InlineData(63)]
    public Task ASetNameThatTheControllerCannotLabel(int length) =>
        RuleTest.VerifyAsync(Source.App($"{{|HF2001:\"{new string('a', length)}\"|}}"));

    [Theory]
    [InlineData("{|HF2002:\"Orders\"|}")]
    [InlineData("{|HF2002:\"or_ders\"|}")]
    [InlineData("{|HF2002:\"or.ders\"|}")]
    [InlineData("{|HF2002:\"-orders\"|}")]
    [InlineData("{|HF2002:\"orders-\"|}")]
    [InlineData("{|HF2002:\"ördérs\"|}")]
    [InlineData("{|HF2002:\"\"|}")]
    [InlineData("{|HF2002:\"a b\"|}")]
    public Task ASetNameThatIsNoLabel(string name) => RuleTest.VerifyAsync(Source.App(name));

    [Theory]
    [InlineData("{|HF2019:2147483645|}")]
    [InlineData("2147483644")]
    [InlineData("Missing", true)]
    public Task TheLastOrdinal(string start, bool isHalfTyped = false) => isHalfTyped
        ? RuleTest.SurvivesAsync(Source.App("\"orders\", Replicas = 3, OrdinalStart = " + start))
        : RuleTest.VerifyAsync(Source.App("\"orders\", Replicas = 3, OrdinalStart = " + start));

    [Theory]
    [InlineData("\"orders\", Namespace = {|HF2003:\"\"|}")]
    [InlineData("\"orders\", Namespace = {|HF2003:\"Shop\"|}")]
    [InlineData("\"orders\", Namespace = \"shop\"")]
    [InlineData("\"orders\", Namespace = null")]
    public Task ANamespaceIsNotEmpty(string arguments) => RuleTest.VerifyAsync(Source.App(arguments));

    [Fact]
    public Task ASetNameThatIsFarTooLong() => RuleTest.VerifyAsync(Source.App($"{{|HF2002:\"{new string('a', 64)}\"|}}"));

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("\"orders-2\"")]
    [InlineData("\"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeff\"")] // 52
    [InlineData("Names.Good")]
    public Task IsSilentOnGoodNames(string name) => RuleTest.VerifyAsync(
        Source.App(name) + "static class Names { public const string Good = \"good\"; }");

    [Theory]
    [InlineData("[Port(80, Name = {|HF2003:\"Http\"|})] public static partial ServicePort Http { get; }")]
    [InlineData("[Port(80, Name = {|HF2003:\"http_x\"|})] public static partial ServicePort Http { get; }")]
    [InlineData("[Port(80, Name = {|HF2003:\"a--b\"|})] public static partial ServicePort Http { get; }")]
    [InlineData("[Port(80, Name = {|HF2003:\"123\"|})] public static partial ServicePort Http { get; }")]
    [InlineData("[Port(80, Name = {|HF2003:\"sixteen-letters-\"|})] public static partial ServicePort Http { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort {|HF2003:PrometheusMetrics|} { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", Name = {|HF2003:\"Data\"|}, MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", Name = {|HF2003:\"da.ta\"|}, MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate {|HF2003:Größe|} { get; }")]
    [InlineData("[ExistingClaim({|HF2003:\"A_b\"|})] public static partial ExistingClaim Data { get; }")]
    [InlineData("[ExistingClaim(\"ok\", Name = {|HF2003:\"a.b\"|})] public static partial ExistingClaim Data { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort Http { get; } [ClientService(Name = {|HF2003:\"Front\"|})] public static partial Service Front { get; }")]
    [InlineData("[EphemeralClaim(\"1Gi\", Name = {|HF2003:\"Scratch\"|})] public static partial Volume Scratch { get; }")]
    [InlineData("[CsiVolume({|HF2003:\"a_b\"|})] public static partial Volume Data { get; }")]
    [InlineData("[CsiVolume({|HF2003:\"a234567890b234567890c234567890d234567890e234567890f234567890.example\"|})] public static partial Volume Data { get; }")]
    public Task AMembersNameThatIsRefused(string member) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: member));

    [Theory]
    [InlineData("[Port(80, Name = \"2http\")] public static partial ServicePort Http { get; }")]
    [InlineData("[Port(80, Name = \"fifteen-letters\")] public static partial ServicePort Http { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort ClientTls { get; }")]
    [InlineData("[Port(80)] public static partial ServicePort client_tls { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", Name = \"0data\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[ExistingClaim(\"a.b-c.d\")] public static partial ExistingClaim Data { get; }")]
    [InlineData("[CsiVolume(\"Disk.CSI.example\")] public static partial Volume Data { get; }")]
    public Task IsSilentOnGoodMemberNames(string member) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: member));

    [Theory]
    [InlineData("\"orders\", Namespace = {|HF2003:\"My.Shop\"|}", "")]
    [InlineData("\"orders\", ServiceName = {|HF2003:\"My_Service\"|}", "")]
    [InlineData("\"orders\"", "[HeadlessService({|HF2003:\"Peers\"|})]")]
    public Task ATypesNameThatIsRefused(string app, string attributes) => RuleTest.VerifyAsync(Source.App(app, attributes));

    [Theory]
    [InlineData("[ConfigMapEntry({|HF2003:\"a/b\"|}, \"\")]")]
    [InlineData("[ConfigMapEntry({|HF2003:\"Logging:Level\"|}, \"\")]")]
    [InlineData("[ConfigMapEntry({|HF2003:\"\"|}, \"\")]")]
    [InlineData("[ConfigMapEntry({|HF2003:\"..\"|}, \"\")]")]
    [InlineData("[ConfigMapEntry({|HF2003:\".\"|}, \"\")]")]
    [InlineData("[ConfigMapEntry(\".env\", \"\")] [ConfigMapEntry(\"A_b-c.d\", \"\")] [ConfigMapEntry(\"a..b\", \"\")]")]
    [InlineData("[ConfigMapEntry(\"a\", \"\", ConfigMap = {|HF2003:\"My_Map\"|})]")]
    [InlineData("[Env(\"A\", ConfigMap = \"m\", Key = {|HF2003:\"a b\"|})]")]
    [InlineData("[Env(\"A\", Secret = \"m\", Key = {|HF2003:\"a b\"|})]")]
    public Task KeysAndNamesOfConfigMaps(string attributes) => RuleTest.VerifyAsync(Source.App("\"orders\"", attributes));

    [Theory]
    [InlineData(253, false)]
    [InlineData(254, true)]
    public Task LengthOfAKey(int length, bool fires)
    {
        string key = $"\"{new string('k', length)}\"";
        return RuleTest.VerifyAsync(Source.App("\"orders\"", $"[ConfigMapEntry({(fires ? "{|HF2003:" + key + "|}" : key)}, \"\")]"));
    }

    [Fact]
    public Task AContainerNameThatIsRefused() => RuleTest.VerifyAsync("""
        using Holdfast;
        [StatefulApp("orders")]
        [Container("orders:1.0", Name = {|HF2003:"Main"|})]
        partial class Orders { }
        """);

    [Fact]
    public async Task AServiceThatBeginsWithADigitIsAWarning()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App("{|#0:\"3scale\"|}"));
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("HF2003", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithMessage("The Service name '3scale' begins with a digit, so the Service is not valid in Kubernetes 1.35; start it with a letter"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("\"a\" + ")]
    [InlineData("Missing.Name")]
    [InlineData("\"orders\", Namespace = , ServiceName = Missing")]
    public Task SurvivesHalfTypedCode(string arguments) => RuleTest.SurvivesAsync(Source.App(arguments));
}
