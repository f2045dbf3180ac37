using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Where pods run, and whether they can at all.</summary>
[HomeOf("HF5009", "HF5010", "HF5019")]
public class SchedulingRuleTests
{
    [Theory]
    [InlineData("{|HF5009:\"orders\"|}, Replicas = 3", "[NoSpread]")]
    [InlineData("\"orders\", Replicas = 3", "")]
    [InlineData("\"orders\", Replicas = 3", "[Spread(\"zone\")]")]
    [InlineData("\"orders\", Replicas = 3", "[NoSpread] [AntiAffinity]")]
    [InlineData("\"orders\", Replicas = 1", "[NoSpread]")]
    public Task NothingKeepsPodsApart(string arguments, string attributes) => RuleTest.VerifyWatchingAsync("HF5009", Source.App(arguments, attributes));

    [Theory]
    [InlineData(3, "[AntiAffinity(Required = {|HF5010:true|})]")]
    [InlineData(3, "[AntiAffinity(TopologyKey = \"zone\", Required = {|HF5010:true|})]")]
    [InlineData(3, "[AntiAffinity]")]
    [InlineData(3, "[AntiAffinity(Required = false)]")]
    [InlineData(1, "[AntiAffinity(Required = true)]")]
    public Task AsManyHostsAsPods(int replicas, string attribute) => RuleTest.VerifyWatchingAsync("HF5010", Source.App($"\"orders\", Replicas = {replicas}", attribute));

    [Theory]
    [InlineData("[Spread({|HF5020:\"topology.kubernetes.io/hostname\"|})]")]
    [InlineData("[AntiAffinity(TopologyKey = {|HF5020:\"kubernetes.io/hostnam\"|})]")]
    [InlineData("[Spread(\"kubernetes.io/hostname\")]")]
    [InlineData("[Spread(\"topology.kubernetes.io/zone\")] [AntiAffinity(TopologyKey = \"rack\")]")]
    public Task NodesHaveTheKey(string attribute) => RuleTest.VerifyAsync(Source.App("\"orders\", Replicas = 3", attribute));

    [Theory]
    [InlineData("[NodeAffinity(\"cores\", NodeAffinityOperator.Gt, {|HF5019:\"many\"|})]")]
    [InlineData("[NodeAffinity(\"cores\", NodeAffinityOperator.Gt, \"8\")] [NodeAffinity(\"cores\", NodeAffinityOperator.Lt, \"-1\")]")]
    [InlineData("[NodeAffinity(\"size\", NodeAffinityOperator.In, \"many\")]")]
    [InlineData("[NodeAffinity(\"cores\", NodeAffinityOperator.Gt, \"many\", Required = false)]")] // a preference excludes no pod
    [InlineData("[Spread(\"topology.kubernetes.io/zone\", WhenUnsatisfiable = UnsatisfiableAction.DoNotSchedule)]")]
    public Task CannotBeScheduled(string attributes) => RuleTest.VerifyAsync(Source.App(attributes: attributes));

    [Theory]
    [InlineData(3, "[Scheduling(NodeName = {|#0:\"node-1\"|})]", true)]
    [InlineData(1, "[Scheduling(NodeName = \"node-1\")]", false)]
    [InlineData(3, "[Patch(\"spec: {template: {spec: {{|#0:schedulingGates|}: [{name: example.com/gate}]}}}\")]", true)]
    public Task CannotBeScheduledWell(int replicas, string attribute, bool fires)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App($"\"orders\", Replicas = {replicas}", attribute));
        if (fires)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("HF5019", DiagnosticSeverity.Warning).WithLocation(0));
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("[AntiAffinity(Required = Missing)] [NoSpread")]
    [InlineData("[Spread(Missing, WhenUnsatisfiable = )] [Scheduling(NodeName = )]")]
    [InlineData("[NodeAffinity(\"cores\", NodeAffinityOperator.Gt, Missing)]")]
    [InlineData("[AntiAffinity(Required = ")]
    [InlineData("[AntiAffinity(TopologyKey = Missing, Required = true)]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));
}
