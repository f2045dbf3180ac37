using System.Globalization;
using System.Text;
using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks.Plain;

/// <summary>
/// The tables, with the goals beside the figures. Ratios are of processor time, so that they hold on a machine that does something
/// else as well.
/// </summary>
internal static class Tables
{
    public static string Generator(List<Measurement> all)
    {
        var table = new StringBuilder("| Generator, 1,000 types | | median ms | least ms | cpu ms | MB allocated | × floor | goal |\n|---|---|--:|--:|--:|--:|--:|---|\n");
        foreach (IGrouping<string, Measurement> scenario in all.GroupBy(static one => one.Workload.Scenario))
        {
            Measurement floor = scenario.Single(static one => one.Workload.Contender == Contender.Floor);
            double peer = scenario.Where(static one => one.Workload.Contender is not (Contender.Floor or Contender.Holdfast)).Min(static one => one.Cpu);
            foreach (Measurement one in scenario)
            {
                double ratio = one.Cpu / floor.Cpu;
                string goal = one.Workload.Contender != Contender.Holdfast ? string.Empty
                    : scenario.Key == GeneratorWorkloads.Cold
                        ? $"≤ 3 × floor: {Met(ratio <= 3)}; ≤ ⅓ of the fastest peer: {Met(one.Cpu <= peer / 3)}"
                        : $"≤ 4 × floor: {Met(ratio <= 4)}; 1.5 × when done well: {Met(ratio <= 1.5)}; faster than every peer: {Met(one.Cpu < peer)}";
                Row(table, scenario.Key, one, Invariant($"{ratio:F1}"), goal);
            }
        }

        return table.ToString();
    }

    public static string Analyzers(List<Measurement> all)
    {
        var table = new StringBuilder("| Analyzers | | median ms | least ms | cpu ms | MB allocated | in the analyzers' code | goal |\n|---|---|--:|--:|--:|--:|--:|---|\n");
        foreach (IGrouping<string, Measurement> scenario in all.GroupBy(static one => one.Workload.Scenario))
        {
            Measurement alone = scenario.Single(static one => one.Workload.Contender == Contender.Compiler);
            Measurement? idle = scenario.SingleOrDefault(static one => one.Workload.Contender == Contender.Idle);
            foreach (Measurement one in scenario)
            {
                (string share, string goal) = (string.Empty, string.Empty);
                if (one.Workload.Contender == Contender.Holdfast)
                {
                    double own = AnalyzerWorkloads.Times[scenario.Key].Values.Sum();
                    share = Invariant($"{own:F0} ms, {100 * own / alone.Cpu:F1} % of the compiler")
                        + (idle is null ? string.Empty : Invariant($"; whole run {100 * Math.Max(0, one.Cpu - idle.Cpu) / alone.Cpu:F1} % more than with one that does nothing"));
                    goal = scenario.Key == AnalyzerWorkloads.Nothing ? $"< 2 %: {Met(own < 0.02 * alone.Cpu)}" : string.Empty;
                }

                Row(table, scenario.Key, one, share, goal);
            }
        }

        return table.Append(Breakdown()).ToString();
    }

    public static string ClientCode(List<Measurement> all)
    {
        var table = new StringBuilder("| Client code | | median ms | least ms | cpu ms | MB allocated | more than with an analyzer that does nothing | goal |\n|---|---|--:|--:|--:|--:|--:|---|\n");
        Measurement alone = all.Single(static one => one.Workload.Contender == Contender.Compiler);
        Measurement idle = all.Single(static one => one.Workload.Contender == Contender.Idle);
        foreach (Measurement one in all)
        {
            bool isOurs = one.Workload.Contender == Contender.Holdfast;
            double own = Math.Max(0, one.Cpu - idle.Cpu);
            Row(
                table,
                one.Workload.Scenario,
                one,
                isOurs ? Invariant($"{own:F0} ms, {100 * own / alone.Cpu:F1} % of the compiler") : string.Empty,
                isOurs ? $"≤ 2 %: {Met(own <= 0.02 * alone.Cpu)}" : string.Empty);
        }

        return table.ToString();
    }

    public static string Manifests(List<Measurement> all)
    {
        var table = new StringBuilder("| Manifests | | median ms | least ms | cpu ms | MB allocated | of the compiler | goal |\n|---|---|--:|--:|--:|--:|--:|---|\n");
        Measurement alone = all.Single(static one => one.Workload.Contender == Contender.Compiler);
        foreach (Measurement one in all)
        {
            bool isOurs = one.Workload.Contender == Contender.Holdfast;
            Row(
                table,
                one.Workload.Scenario,
                one,
                isOurs ? Invariant($"{100 * one.Cpu / alone.Cpu:F0} %") : string.Empty,
                isOurs && one.Workload.Scenario == ManifestWorkloads.Cold ? $"< 1,100 ms: {Met(one.Cpu < 1100)}" : string.Empty);
        }

        FirstPass first = ManifestWorkloads.RunInNewProcess();
        table.Append(CultureInfo.InvariantCulture, $"| first pass of a new process | {Contender.Holdfast} | {first.Wall:F0} | | {first.Cpu:F0} | {first.Allocated:F1} | {first.Jit:F0} ms of it compiling to machine code; memory: {first.Peak:F0} MB more at the peak, {first.Kept:F0} MB kept | < 1,100 ms: {Met(first.Cpu < 1100)}; < 50 MB: {Met(first.Peak < 50)} |\n");
        return table.Append(Breakdown()).ToString();
    }

    public static string Yaml(List<Measurement> all)
    {
        var table = new StringBuilder("| YAML | | median ms | least ms | cpu ms | MB allocated | ratio | goal |\n|---|---|--:|--:|--:|--:|--:|---|\n");
        foreach (IGrouping<string, Measurement> scenario in all.GroupBy(static one => one.Workload.Scenario))
        {
            Measurement other = scenario.Single(static one => one.Workload.Contender != Contender.Holdfast);
            foreach (Measurement one in scenario)
            {
                bool isWriter = scenario.Key == YamlWorkloads.Write;
                double ratio = isWriter ? other.Least / one.Least : one.Least / other.Least;
                string goal = one == other ? string.Empty : isWriter ? $"≥ 5 × as fast: {Met(ratio >= 5)}" : $"≤ 1.3 × the parse: {Met(ratio <= 1.3)}";
                Row(table, scenario.Key, one, one == other ? string.Empty : Invariant($"{ratio:F2}"), goal);
            }
        }

        return table.ToString();
    }

    public static string Growth(List<Measurement> all)
    {
        var table = new StringBuilder("| Growth | | cpu ms | MB allocated | cpu ms for 1,000 | MB for 1,000 | goal |\n|---|--:|--:|--:|--:|--:|---|\n");
        foreach (IGrouping<string, Measurement> scenario in all.GroupBy(static one => one.Workload.Scenario))
        {
            double first = 0;
            foreach (Measurement one in scenario)
            {
                double thousands = GrowthWorkloads.Counts[one.Workload.Contender] / 1000.0;
                double each = one.Megabytes / thousands;
                first = first == 0 ? each : first;
                table.Append(
                    CultureInfo.InvariantCulture,
                    $"| {scenario.Key} | {one.Workload.Contender} | {one.Cpu:F0} | {one.Megabytes:F1} | {one.Cpu / thousands:F0} | {each:F1} | {(thousands > 1 ? "linear in memory: " + Met(each <= 1.1 * first) : string.Empty)} |\n");
            }
        }

        return table.ToString();
    }

    public static string Plans(List<Measurement> all)
    {
        var table = new StringBuilder("| Scale plans | | median ms | least ms | cpu ms | MB allocated | | goal |\n|---|---|--:|--:|--:|--:|---|---|\n");
        foreach (Measurement one in all)
        {
            bool hasGoal = one.Workload.Scenario.StartsWith(PlanWorkloads.Goal, StringComparison.Ordinal);
            Row(table, one.Workload.Scenario, one, string.Empty, hasGoal ? $"< 100 ms: {Met(one.Cpu < 100)}" : string.Empty);
        }

        return table.ToString();
    }

    public static string Constraints(List<Measurement> all)
    {
        var table = new StringBuilder("| Constraints of 1,000 manifests | | median ms | least ms | cpu ms | MB allocated | | |\n|---|---|--:|--:|--:|--:|---|---|\n");
        foreach (Measurement one in all)
        {
            Row(table, one.Workload.Scenario, one, string.Empty, string.Empty);
        }

        return table.ToString();
    }

    private static void Row(StringBuilder table, string scenario, Measurement one, string last, string goal) => table.Append(
        CultureInfo.InvariantCulture,
        $"| {scenario} | {one.Workload.Contender} | {one.Median:F0} | {one.Least:F0} | {one.Cpu:F0} | {one.Megabytes:F1} | {last} | {goal} |\n");

    /// <summary>Which analyzer it is.</summary>
    private static string Breakdown() => "\n" + string.Concat(AnalyzerWorkloads.Times.Select(static scenario =>
        $"{scenario.Key}: {string.Join(", ", scenario.Value.OrderByDescending(static one => one.Value).Select(static one => Invariant($"{one.Key} {one.Value:F1} ms")))}.\n\n"));

    private static string Met(bool isMet) => isMet ? "met" : "**missed**";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
