using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Budgets that are missing, block, cover others, or keep broken pods.</summary>
[HomeOf("HF5004", "HF5005", "HF5007", "HF5008")]
public class DisruptionBudgetRuleTests
{
    [Theory]
    [InlineData("{|HF5004:\"orders\"|}, Replicas = 2", "")]
    [InlineData("\"orders\", Replicas = 2", "[DisruptionBudget(MaxUnavailable = 1)]")]
    [InlineData("\"orders\"", "")]
    [InlineData("\"orders\", Replicas = 0", "")]
    public Task Missing(string arguments, string attribute) => RuleTest.VerifyWatchingAsync("HF5004", Source.App(arguments, attribute));

    [Theory]
    [InlineData(3, "[DisruptionBudget(MinAvailable = {|HF5005:3|})]")]
    [InlineData(3, "[DisruptionBudget(MinAvailable = {|HF5005:4|})]")]
    [InlineData(3, "[DisruptionBudget(MinAvailablePercent = {|HF5005:100|})]")]
    [InlineData(3, "[DisruptionBudget(MinAvailablePercent = {|HF5005:67|})]")] // 2.01, rounded up to 3
    [InlineData(3, "[DisruptionBudget(MaxUnavailable = {|HF5005:0|})]")]
    [InlineData(3, "[DisruptionBudget(MaxUnavailablePercent = {|HF5005:0|})]")]
    [InlineData(1, "[DisruptionBudget(MinAvailablePercent = {|HF5005:50|})]")]
    [InlineData(3, "[{|HF5005:DisruptionBudget|}]")]
    [InlineData(3, "[{|HF5005:DisruptionBudget()|}]")]
    [InlineData(3, "[DisruptionBudget(MinAvailable = 2)]")]
    [InlineData(3, "[DisruptionBudget(MinAvailablePercent = 66)]")]
    [InlineData(3, "[DisruptionBudget(MaxUnavailablePercent = 1)]")]
    [InlineData(1, "[DisruptionBudget(MaxUnavailable = 1)]")]
    [InlineData(0, "[DisruptionBudget(MinAvailable = 1)]")]
    public Task Blocking(int replicas, string attribute) => RuleTest.VerifyAsync(Source.App($"\"orders\", Replicas = {replicas}", attribute));

    [Theory]
    [InlineData("spec: {selector: {matchLabels: {app: {|HF5007:orders|}}}}")]
    [InlineData("spec: {selector: {matchLabels: {app.kubernetes.io/name: orders, app.kubernetes.io/managed-by: holdfast}}}")]
    [InlineData("spec: {selector: {matchExpressions: [{key: app.kubernetes.io/name, operator: In, values: [orders, other]}]}}")]
    [InlineData("spec: {selector: {matchExpressions: [{key: app.kubernetes.io/name, operator: NotIn, values: [{|HF5007:orders|}]}]}}")]
    [InlineData("spec: {selector: {matchExpressions: [{key: app.kubernetes.io/name, operator: {|HF5007:DoesNotExist|}}]}}")]
    [InlineData("spec: {selector: {matchExpressions: [{key: app.kubernetes.io/name, operator: Exists}]}}")]
    public Task Selectors(string patch) => RuleTest.VerifyAsync(Source.App(attributes: $"[DisruptionBudget(MaxUnavailable = 1)] [Patch(\"{{kind: PodDisruptionBudget, {patch}}}\")]"));

    [Fact]
    public Task ASelectorThatIsTakenAwayCoversNobody() => RuleTest.VerifyAsync(Source.App(
        attributes: "[{|HF5007:DisruptionBudget(MaxUnavailable = 1)|}] [Patch(\"{kind: PodDisruptionBudget, spec: {selector: null}}\")]"));

    [Theory]
    [InlineData("MaxUnavailable = 1, UnhealthyPodEvictionPolicy = {|HF5008:UnhealthyPodEvictionPolicy.IfHealthyBudget|}")]
    [InlineData("MaxUnavailable = 1, UnhealthyPodEvictionPolicy = UnhealthyPodEvictionPolicy.AlwaysAllow")]
    [InlineData("MaxUnavailable = 1")]
    public Task BrokenPods(string arguments) => RuleTest.VerifyWatchingAsync("HF5008", Source.App(attributes: $"[DisruptionBudget({arguments})]"));

    [Theory]
    [InlineData("[DisruptionBudget(MinAvailable = )]")]
    [InlineData("[DisruptionBudget(MinAvailable = Missing)]")]
    [InlineData("[DisruptionBudget(UnhealthyPodEvictionPolicy = UnhealthyPodEvictionPolicy., MaxUnavailable = 1)]")]
    [InlineData("[DisruptionBudget(MaxUnavailablePercent = )]")]
    [InlineData("[DisruptionBudget(MaxUnavailable = 1)] [Patch(Missing.Text)]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));
}
