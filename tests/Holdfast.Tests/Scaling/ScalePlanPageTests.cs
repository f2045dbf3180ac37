using Holdfast.Tests.Shared;

namespace Holdfast.Tests.Scaling;

/// <summary>The texts that docs/scale-plans.md shows are what the plans print.</summary>
public class ScalePlanPageTests
{
    private static readonly StatefulSetInfo Orders = new("orders") { Replicas = 3, ClaimTemplates = ["data"] };

    public static TheoryData<string, string> Examples => new()
    {
        { "scale", ScalePlan.Between(Orders, 3, 4).Then(2).ToString() },
        {
            "stuck",
            ScalePlan.Between(
                Orders, 5, 4, new ScaleOptions { Replicas = new Dictionary<int, ReplicaCondition> { [1] = ReplicaCondition.Unready } }).ToString()
        },
        { "broken", ScalePlan.Update(Orders.WithReplicas(1), new ScaleOptions { Template = TemplateChange.Broken }).ToString() },
        {
            "partition",
            ScalePlan.Update(new StatefulSetInfo(Orders) { Replicas = 5, UpdatePartition = 3, MinReadySeconds = 10 })
                .Then(new StatefulSetInfo(Orders) { Replicas = 5, UpdatePartition = 0, MinReadySeconds = 10 }).ToString()
        },
        {
            "rolled back",
            ScalePlan.Update(new StatefulSetInfo(Orders) { UpdatePartition = 2 })
                .Then(Orders, new ScaleOptions { Template = TemplateChange.RolledBack }).ToString()
        },
        {
            "taken back",
            ScalePlan.Between(
                new StatefulSetInfo(Orders) { ClaimsWhenScaled = ClaimRetention.Delete },
                3,
                4,
                new ScaleOptions { Replicas = new Dictionary<int, ReplicaCondition> { [3] = ReplicaCondition.Terminating } }).ToString()
        },
        {
            "recreate",
            ScalePlan.Between(Orders, new StatefulSetInfo(Orders) { PodManagementPolicy = PodManagementPolicy.Parallel }).ToString()
        },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void PageShowsWhatIsPrinted(string name, string text)
    {
        string page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "scale-plans.md"));

        Assert.True(page.Contains($"```text\n{text}\n```\n", StringComparison.Ordinal), $"{name} prints otherwise:\n{text}\nEND OF {name}");
    }
}
