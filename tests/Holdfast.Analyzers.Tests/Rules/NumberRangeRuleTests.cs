using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF6005")]
public class NumberRangeRuleTests
{
    [Theory]
    [InlineData("{|HF6005:0|}")]
    [InlineData("{|HF6005:-1|}")]
    [InlineData("{|HF6005:65536|}")]
    [InlineData("1")]
    [InlineData("65535")]
    public Task Ports(string number) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[Port({{number}})] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }"""));

    [Theory]
    [InlineData("\"orders\", Replicas = {|HF6005:-1|}")]
    [InlineData("\"orders\", OrdinalStart = {|HF6005:-1|}")]
    [InlineData("\"orders\", OrdinalStart = {|HF6005:2147483647|}")]
    [InlineData("\"orders\", Replicas = 0, OrdinalStart = 2147483646")]
    public Task Counts(string arguments) => RuleTest.VerifyAsync(Source.App(arguments));

    [Theory]
    [InlineData("[DisruptionBudget(MaxUnavailable = {|HF6005:-1|})]")]
    [InlineData("[DisruptionBudget(MinAvailablePercent = {|HF6005:101|})]")]
    [InlineData("[DisruptionBudget(MinAvailablePercent = {|HF6005:-5|})]")]
    [InlineData("[DisruptionBudget(MaxUnavailablePercent = 100)]")]
    [InlineData("[DisruptionBudget(MaxUnavailable = 200)]")]
    [InlineData("[SecurityContext(RunAsUser = {|HF6005:2147483648|})]")]
    [InlineData("[SecurityContext(RunAsUser = 1, RunAsGroup = {|HF6005:-1|}, FsGroup = 2147483647)]")]
    [InlineData("[ReadinessProbe(Command = new[] { \"a\" }, PeriodSeconds = {|HF6005:-1|}, SuccessThreshold = 3)]")]
    [InlineData("[LivenessProbe(Command = new[] { \"a\" }, SuccessThreshold = {|HF6005:2|})]")]
    [InlineData("[StartupProbe(Command = new[] { \"a\" }, SuccessThreshold = {|HF6005:2|}, FailureThreshold = 0)]")]
    public Task Attributes(string attribute) => RuleTest.VerifyAsync(Source.App(attributes: attribute));

    [Theory]
    [InlineData("{|HF6005:644|}")] // 0644 was meant, which is 420
    [InlineData("420")]
    public Task Modes(string mode) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[ConfigMapVolume("settings", MountPath = "/s", DefaultMode = {{mode}})] public static partial Volume Settings { get; }"""));

    [Theory]
    [InlineData("[ProjectedField(\"a\", FieldPath = \"metadata.uid\", Mode = {|HF6005:512|})]")]
    [InlineData("[ProjectedField(\"a\", FieldPath = \"metadata.uid\", Mode = 511)]")]
    [InlineData("[ProjectedToken(\"a\", ExpirationSeconds = {|HF6005:599|})]")]
    [InlineData("[ProjectedToken(\"a\", ExpirationSeconds = {|HF6005:4294967297|})]")]
    [InlineData("[ProjectedToken(\"a\", ExpirationSeconds = 600)] [ProjectedToken(\"b\", ExpirationSeconds = 4294967296)]")]
    public Task Projected(string source) => RuleTest.VerifyAsync(Source.App(members: $"[ProjectedVolume] {source} public static partial Volume All {{ get; }}"));

    [Theory]
    [InlineData("[Port(65536")]
    [InlineData("[Port(99999999999)] public static partial ServicePort Http { get; }")]
    public Task SurvivesHalfTypedCode(string member) => RuleTest.SurvivesAsync(Source.App(members: member));
}
