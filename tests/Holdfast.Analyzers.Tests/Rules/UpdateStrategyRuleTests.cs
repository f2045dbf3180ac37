using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF4005")]
public class UpdateStrategyRuleTests
{
    [Fact]
    public Task FiresOnAPartitionWithOnDelete() => RuleTest.VerifyAsync(
        Source.App("\"orders\", Replicas = 3, UpdateStrategy = UpdateStrategy.OnDelete, UpdatePartition = {|HF4005:1|}"));

    [Theory]
    [InlineData("\"orders\", Replicas = 3, UpdateStrategy = UpdateStrategy.OnDelete")]
    [InlineData("\"orders\", Replicas = 3, UpdatePartition = 2")]
    [InlineData("\"orders\", Replicas = 3, UpdateStrategy = UpdateStrategy.RollingUpdate, UpdatePartition = 0")]
    [InlineData("\"orders\", Replicas = 0, UpdatePartition = 0")]
    public Task IsSilent(string arguments) => RuleTest.VerifyAsync(Source.App(arguments));

    [Fact]
    public async Task WarnsOfAPartitionThatLeavesEverybodyOut()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App("\"orders\", Replicas = 3, UpdatePartition = {|#0:3|}"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF4005", DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithMessage("A partition of 3 leaves all 3 replicas of 'orders' at the old template, so no update reaches them; set UpdatePartition in [StatefulApp] below 3"));
        await test.RunAsync();
    }

    [Fact]
    public Task SurvivesHalfTypedCode() => RuleTest.SurvivesAsync(Source.App("\"orders\", UpdateStrategy = UpdateStrategy., UpdatePartition = "));
}
