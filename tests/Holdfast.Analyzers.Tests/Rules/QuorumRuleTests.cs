using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What <c>[Quorum]</c> says against the number and the order of replicas.</summary>
[HomeOf("HF5001", "HF5002", "HF5003", "HF5006")]
public class QuorumRuleTests
{
    private const string Parallel = "PodManagementPolicy = PodManagementPolicy.Parallel";

    [Theory]
    [InlineData("\"orders\", Replicas = 3", "[Quorum(ReadinessNeedsPeers = {|HF5001:true|})]")]
    [InlineData("\"orders\", Replicas = 3, PodManagementPolicy = {|HF5001:PodManagementPolicy.OrderedReady|}", "[Quorum(ReadinessNeedsPeers = true)]")]
    [InlineData("\"orders\", Replicas = 3, " + Parallel, "[Quorum(ReadinessNeedsPeers = true)]")]
    [InlineData("\"orders\", Replicas = 1", "[Quorum(ReadinessNeedsPeers = true)]")]
    [InlineData("\"orders\", Replicas = 3", "[Quorum(ReadinessNeedsPeers = false)]")]
    [InlineData("\"orders\", Replicas = 3", "[Quorum]")]
    public Task ReadinessThatNeedsPeers(string arguments, string quorum) => RuleTest.VerifyAsync(Source.App(arguments, quorum));

    [Theory]
    [InlineData("\"orders\", Replicas = 3, PodManagementPolicy = {|HF5002:PodManagementPolicy.Parallel|}", "[Quorum(Bootstrap = Bootstrap.FirstReplica)]")]
    [InlineData("\"orders\", Replicas = 3, " + Parallel, "[Quorum(Bootstrap = Bootstrap.Replicas)]")]
    [InlineData("\"orders\", Replicas = 3, " + Parallel, "")]
    [InlineData("\"orders\", Replicas = 3", "[Quorum(Bootstrap = Bootstrap.FirstReplica)]")]
    [InlineData("\"orders\", Replicas = 1, " + Parallel, "[Quorum(Bootstrap = Bootstrap.FirstReplica)]")]
    public Task AFirstReplicaThatFounds(string arguments, string quorum) => RuleTest.VerifyAsync(Source.App(arguments, quorum));

    [Theory]
    [InlineData("{|HF5003:2|}", "[Quorum]")]
    [InlineData("{|HF5003:4|}", "[Quorum]")]
    [InlineData("1", "[Quorum]")]
    [InlineData("3", "[Quorum]")]
    [InlineData("0", "[Quorum]")]
    [InlineData("6", "")] // Redis Cluster: even numbers are normal without votes
    [InlineData("2147483647", "[Quorum]")]
    public Task EvenNumbers(string replicas, string quorum) => RuleTest.VerifyAsync(Source.App("\"orders\", Replicas = " + replicas, quorum));

    [Theory]
    [InlineData(3, "MaxUnavailable = {|HF5006:2|}")]
    [InlineData(3, "MinAvailable = {|HF5006:1|}")]
    [InlineData(3, "MaxUnavailablePercent = {|HF5006:34|}")] // 1.02, rounded up to 2
    [InlineData(5, "MinAvailablePercent = {|HF5006:40|}")]
    [InlineData(5, "MaxUnavailable = {|HF5006:9|}")]
    [InlineData(3, "MaxUnavailablePercent = 33")]
    [InlineData(3, "MaxUnavailable = 1")]
    [InlineData(3, "MinAvailable = 2")]
    [InlineData(5, "MaxUnavailable = 2")]
    [InlineData(5, "MinAvailablePercent = 41")]
    [InlineData(1, "MaxUnavailable = 1")] // no other budget could ever be drained
    public Task BudgetsOfAMajority(int replicas, string budget) => RuleTest.VerifyAsync(Source.App(
        $"\"orders\", Replicas = {replicas}", $"[Quorum] [DisruptionBudget({budget})]"));

    [Fact]
    public Task BudgetsOfOthersMayTakeMore() => RuleTest.VerifyAsync(Source.App(attributes: "[DisruptionBudget(MaxUnavailable = 2)]"));

    [Fact]
    public Task APatchIsJudgedToo() => RuleTest.VerifyAsync(Source.App(
        "\"orders\", Replicas = 3", "[Quorum] [Patch(\"{kind: PodDisruptionBudget, spec: {maxUnavailable: {|HF5006:2|}}}\")] [DisruptionBudget(MaxUnavailable = 1)]"));

    [Theory]
    [InlineData("\"orders\", Replicas = , PodManagementPolicy = PodManagementPolicy.", "[Quorum(ReadinessNeedsPeers = )]")]
    [InlineData("\"orders\", Replicas = Missing", "[Quorum(Bootstrap = Bootstrap.)]")]
    [InlineData("\"orders\", Replicas = 3, PodManagementPolicy = Missing", "[Quorum(ReadinessNeedsPeers = true)]")]
    [InlineData("\"orders\", Replicas = 3", "[Quorum] [DisruptionBudget(MaxUnavailable = Missing)]")]
    [InlineData("\"orders\", Replicas = 3", "[Quorum] [DisruptionBudget(MaxUnavailablePercent = )]")]
    public Task SurvivesHalfTypedCode(string arguments, string attributes) => RuleTest.SurvivesAsync(Source.App(arguments, attributes));
}
