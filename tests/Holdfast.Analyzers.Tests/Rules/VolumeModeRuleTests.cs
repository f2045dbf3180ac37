using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF3016")]
public class VolumeModeRuleTests
{
    [Fact]
    public Task Fires() => RuleTest.VerifyAsync(Source.App(
        members: "[VolumeClaim(\"1Gi\", DevicePath = \"/dev/a\", MountPath = {|HF3016:\"/a\"|})] public static partial ClaimTemplate Data { get; }"));

    [Fact]
    public Task FiresOnAClaimOfThePods() => RuleTest.VerifyAsync(Source.App(
        members: "[EphemeralClaim(\"1Gi\", DevicePath = \"/dev/a\", MountPath = {|HF3016:\"/a\"|})] public static partial Volume Data { get; }"));

    [Fact]
    public Task FiresOnAMountInAnotherContainer() => RuleTest.VerifyAsync(Source.App(members: """
        [VolumeClaim("1Gi", DevicePath = "/dev/a")] public static partial ClaimTemplate Data { get; }
        [Sidecar("s:1")] [Mount(nameof(Data), {|HF3016:"/a"|})] static partial class Side { }
        """));

    [Theory]
    [InlineData("[VolumeClaim(\"1Gi\", DevicePath = \"/dev/a\")] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[EphemeralClaim(\"1Gi\", DevicePath = \"/dev/a\")] public static partial Volume Data { get; }")]
    [InlineData("[EphemeralClaim(\"1Gi\", MountPath = \"/a\")] public static partial Volume Data { get; }")]
    [InlineData("[VolumeClaim(\"1Gi\", MountPath = \"/a\")] public static partial ClaimTemplate Data { get; }")]
    public Task IsSilent(string member) => RuleTest.VerifyAsync(Source.App(members: member));

    [Fact]
    public Task SurvivesHalfTypedCode() => RuleTest.SurvivesAsync(Source.App(members: "[VolumeClaim(\"1Gi\", DevicePath = , MountPath = \"/a\")] public static partial ClaimTemplate Data { get; }"));
}
