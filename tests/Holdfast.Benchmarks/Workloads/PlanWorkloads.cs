namespace Holdfast.Benchmarks.Workloads;

/// <summary>Plans of sets of 3,000 members, the plan and its text.</summary>
internal static class PlanWorkloads
{
    public const string Goal = "0 → 3,000";

    private const int Size = 3000;

    public static IEnumerable<Workload> All()
    {
        StatefulSetInfo ordered = new("orders") { Replicas = Size, ClaimTemplates = ["data"] };
        StatefulSetInfo parallel = new(ordered) { PodManagementPolicy = PodManagementPolicy.Parallel };
        return
        [
            .. Of("OrderedReady", ordered),
            .. Of("Parallel", parallel),
            new Workload($"{Goal} OrderedReady, as text", Contender.Holdfast, () =>
            {
                ScalePlan plan = ScalePlan.Between(ordered, 0, Size);
                return () => _ = plan.ToString();
            }),
        ];
    }

    private static Workload[] Of(string policy, StatefulSetInfo set) =>
    [
        new($"{Goal} {policy}", Contender.Holdfast, () => () => ScalePlan.Between(set, 0, Size)),
        new($"3,000 → 0 {policy}", Contender.Holdfast, () => () => ScalePlan.Between(set, Size, 0)),
        new($"update of 3,000 {policy}", Contender.Holdfast, () => () => ScalePlan.Update(set)),
    ];
}
