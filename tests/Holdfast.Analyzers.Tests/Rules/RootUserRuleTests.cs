using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF6006")]
public class RootUserRuleTests
{
    [Fact]
    public Task Fires() => RuleTest.VerifyAsync(Source.App(attributes: "[SecurityContext(RunAsUser = {|HF6006:0|})]"));

    [Fact]
    public Task FiresOnAFurtherContainer() => RuleTest.VerifyAsync(Source.App(
        members: "[Sidecar(\"s:1\")] [SecurityContext(RunAsUser = {|HF6006:0|})] static partial class Side { }"));

    [Theory]
    [InlineData("[SecurityContext(RunAsUser = 0, AllowRoot = true)]", "")]
    [InlineData("[SecurityContext(AllowRoot = true)]", "")]
    [InlineData("[SecurityContext(RunAsUser = 70)]", "[InitContainer(\"i:1\")] [SecurityContext(RunAsUser = 0, AllowRoot = true)] static partial class Prepare { }")]
    public Task IsSilent(string attribute, string members) => RuleTest.VerifyAsync(Source.App(attributes: attribute, members: members));

    [Fact]
    public Task SurvivesHalfTypedCode() => RuleTest.SurvivesAsync(Source.App(attributes: "[SecurityContext(RunAsUser = , AllowRoot = Missing)]"));
}
