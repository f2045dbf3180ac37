using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF3001")]
public class SharedClaimRuleTests
{
    [Theory]
    [InlineData("")]
    [InlineData(", AccessMode = AccessMode.ReadWriteOnce")]
    [InlineData(", AccessMode = AccessMode.ReadWriteOncePod")]
    [InlineData(", SubPath = \"orders\"")]
    public Task Fires(string argument) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[ExistingClaim({|HF3001:"data"|}, MountPath = "/data"{{argument}})] public static partial ExistingClaim Data { get; }"""));

    [Theory]
    [InlineData("\"orders\"", "")] // one member
    [InlineData("\"orders\", Replicas = 1", "")]
    [InlineData("\"orders\", Replicas = 0", "")]
    [InlineData("\"orders\", Replicas = 3", ", ReadOnly = true")]
    [InlineData("\"orders\", Replicas = 3", ", AccessMode = AccessMode.ReadOnlyMany")]
    public Task IsSilent(string app, string argument) => RuleTest.VerifyAsync(Source.App(app, members:
        $$"""[ExistingClaim("data", MountPath = "/data"{{argument}})] public static partial ExistingClaim Data { get; }"""));

    [Fact]
    public Task IsSilentForAClaimTemplateOfTheSameName() => RuleTest.VerifyAsync(Source.App(members: """
        [ExistingClaim("old")] public static partial ExistingClaim Data { get; }
        [VolumeClaim("1Gi", Name = "data", MountPath = "/data")] public static partial ClaimTemplate Template { get; }
        """));

    [Fact]
    public async Task WarnsOnlyWhereTheClaimIsMadeForSharing()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App(members:
            """[ExistingClaim({|#0:"data"|}, AccessMode = AccessMode.ReadWriteMany)] public static partial ExistingClaim Data { get; }"""));
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("HF3001", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[ExistingClaim(")]
    [InlineData("[ExistingClaim(Missing)] public static partial ExistingClaim Data { get; }")]
    [InlineData("[ExistingClaim(\"a\" + )] public static partial ExistingClaim Data { get; }")]
    [InlineData("[ExistingClaim(null, AccessMode = )] public static partial ExistingClaim")]
    public Task SurvivesHalfTypedCode(string member) => RuleTest.SurvivesAsync(Source.App(members: member));

    [Fact]
    public Task IsSilentWhereTheReplicasAreNotKnown() =>
        RuleTest.SurvivesAsync(Source.App("\"orders\", Replicas = Missing", members:
            """[ExistingClaim("data")] public static partial ExistingClaim Data { get; }"""));
}
