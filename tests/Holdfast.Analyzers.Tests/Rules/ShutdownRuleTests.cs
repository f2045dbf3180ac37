using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>The time that pods have to stop.</summary>
[HomeOf("HF5012", "HF5013")]
public class ShutdownRuleTests
{
    [Theory]
    [InlineData("\"orders\", TerminationGracePeriodSeconds = {|HF5012:0|}")]
    [InlineData("\"orders\", TerminationGracePeriodSeconds = 1")]
    [InlineData("\"orders\"")]
    public Task NoTime(string arguments) => RuleTest.VerifyAsync(Source.App(arguments));

    [Fact]
    public Task NoTimeInAPatch() => RuleTest.VerifyAsync(Source.App(
        attributes: "[Patch(\"spec: {template: {spec: {terminationGracePeriodSeconds: {|HF5012:0|}}}}\")]"));

    [Theory]
    [InlineData("\"orders\"", "[PreStop(SleepSeconds = {|HF5013:30|})]")]
    [InlineData("\"orders\", TerminationGracePeriodSeconds = 10", "[PreStop(SleepSeconds = {|HF5013:10|})]")]
    [InlineData("\"orders\", TerminationGracePeriodSeconds = 40", "[PreStop(Command = {|HF5013:new[] { \"/bin/sleep\", \"60\" }|})]")]
    [InlineData("\"orders\"", "[PreStop(Command = {|HF5013:new[] { \"sh\", \"-c\", \"leave; sleep 30s && true\" }|})]")]
    [InlineData("\"orders\"", "[PreStop(SleepSeconds = 29)]")]
    [InlineData("\"orders\", TerminationGracePeriodSeconds = 61", "[PreStop(Command = new[] { \"sleep\", \"60\" })]")]
    [InlineData("\"orders\"", "[PreStop(Command = new[] { \"sh\", \"-c\", \"until left; do sleep 60; done\" })]")]
    [InlineData("\"orders\"", "[PreStop(Command = new[] { \"sh\", \"-c\", \"./nosleep 60\" })]")]
    [InlineData("\"orders\"", "[PostStart(SleepSeconds = {|HF6007:60|})]")]
    public Task AHookThatTakesAllTheTime(string arguments, string attribute) => RuleTest.VerifyAsync(Source.App(arguments, attribute));

    [Theory]
    [InlineData("\"orders\", TerminationGracePeriodSeconds = ", "[PreStop(SleepSeconds = 30)]")]
    [InlineData("\"orders\", TerminationGracePeriodSeconds = Missing", "[PreStop(SleepSeconds = )]")]
    [InlineData("\"orders\"", "[PreStop(Command = new[] { \"sleep\", Missing, \"60\" })]")]
    public Task SurvivesHalfTypedCode(string arguments, string attribute) => RuleTest.SurvivesAsync(Source.App(arguments, attribute));
}
