using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF2016")]
public class LabelRuleTests
{
    [Theory]
    [InlineData("[Label({|HF2016:\"a b\"|}, \"x\")]")]
    [InlineData("[Label({|HF2016:\"\"|}, \"x\")]")]
    [InlineData("[Label({|HF2016:\"/a\"|}, \"x\")]")]
    [InlineData("[Label({|HF2016:\"Example.com/a\"|}, \"x\")]")]
    [InlineData("[Label({|HF2016:\"a/b/c\"|}, \"x\")]")]
    [InlineData("[Label(\"a\", {|HF2016:\"x y\"|})]")]
    [InlineData("[Label(\"a\", {|HF2016:\"-x\"|})]")]
    [InlineData("[Label(\"a\", {|HF2016:\"ä\"|})]")]
    [InlineData("[Label(\"a\", {|HF2016:\"0123456789012345678901234567890123456789012345678901234567890123\"|})]")]
    [InlineData("[Label(\"a\", {|HF2016:\"x!\"|}, On = ManifestTargets.Claims)]")]
    [InlineData("[Annotation({|HF2016:\"a b\"|}, \"x\")]")]
    public Task Fires(string attribute) => RuleTest.VerifyAsync(WithClaim(attribute));

    [Theory]
    [InlineData("[Label(\"a\", \"\")]")]
    [InlineData("[Label(\"example.com/A_b.c-1\", \"X_y.z-1\")]")]
    [InlineData("[Label(\"a\", \"x!\", On = ManifestTargets.None)]")]
    [InlineData("[Annotation(\"Example.com/a\", \"any text: at all\\n\")]")]
    public Task IsSilent(string attribute) => RuleTest.VerifyAsync(WithClaim(attribute));

    [Fact]
    public Task SurvivesHalfTypedCode() => RuleTest.SurvivesAsync(WithClaim("[Label(] [Label(null, null)] [Annotation(\"a\", )] [Label(\"a\", \"b\", On = )]"));

    private static string WithClaim(string attribute) =>
        Source.App("\"orders\"", attribute, "[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }");
}
