using System.Globalization;
using System.Text;
using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks.Plain;

/// <summary>
/// The tables, with the goals beside the figures. Ratios are of processor time within one round, so that they hold on a machine that does
/// something else as well.
/// </summary>
internal static class Tables
{
    private const string TwoDigits = "F2";

    private const string Percent = "F1";

    public static string Generator(List<Measurement> all)
    {
        StringBuilder table = Head("Generator, 1,000 types", "cpu × floor of one line", "clock × it", "cpu × floor of as many bytes", "goal");
        foreach (Measurement[] contest in Contests(all))
        {
            Measurement line = Of(contest, Contender.Floor);
            Measurement bytes = Of(contest, Contender.TextFloor);
            Measurement[] peers = [.. contest.Where(static one => one.Contender is not (Contender.Floor or Contender.TextFloor or Contender.Holdfast))];
            foreach (Measurement one in contest)
            {
                Row(
                    table,
                    one,
                    Spread.Ratio(one, line).ToString(TwoDigits),
                    Spread.Of(one, line, static (a, b) => a.Wall / b.Wall).ToString(TwoDigits),
                    one.Contender == Contender.Floor ? string.Empty : Spread.Ratio(one, bytes).ToString(TwoDigits),
                    one.Contender == Contender.Holdfast ? GeneratorGoal(one, line, peers) : string.Empty);
            }
        }

        (int generated, int yaml) = GeneratorWorkloads.BytesOfOneType();
        return table.Append(CultureInfo.InvariantCulture, $"\nGenerated for one type: {generated:N0} bytes, {yaml:N0} of them in literals with YAML.\n").ToString();
    }

    public static string Editor(List<Measurement> all)
    {
        StringBuilder table = Head("Editor, 1,000 declared types", "in the analyzers' code, ms", "cpu more than with an analyzer that does nothing, ms", "goal");
        foreach (Measurement[] contest in Contests(all))
        {
            Measurement idle = Of(contest, Contender.Idle);
            foreach (Measurement one in contest)
            {
                var own = Spread.Of(one.Rounds.Select(static round => round.Own));
                bool isOurs = one.Contender == Contender.Holdfast;
                Row(
                    table,
                    one,
                    isOurs ? own.ToString(Percent) : string.Empty,
                    isOurs ? Spread.Of(one, idle, static (a, b) => a.Cpu - b.Cpu).ToString(Percent) : string.Empty,
                    isOurs ? "≤ 5 ms: " + own.AtMost(5) : string.Empty);
            }
        }

        return table.Append(Breakdown(all)).ToString();
    }

    public static string Analyzers(List<Measurement> all)
    {
        StringBuilder table = Head("Analyzers", "in the analyzers' code, % of the compiler", "cpu more than with an analyzer that does nothing, % of the compiler", "goal");
        foreach (Measurement[] contest in Contests(all))
        {
            Measurement alone = Of(contest, Contender.Compiler);
            Measurement? idle = contest.SingleOrDefault(static one => one.Contender == Contender.Idle);
            double goal = contest[0].Scenario == AnalyzerWorkloads.Nothing ? 2 : 15;
            foreach (Measurement one in contest)
            {
                (string share, string more, string met) = (string.Empty, string.Empty, string.Empty);
                if (one.Contender == Contender.Holdfast)
                {
                    // Our code is the first to ask for what the compiler binds for itself later, so the time in it says more than what a build pays.
                    Spread own = ShareOf(alone, one.Rounds, static (compiler, ours, _) => ours.Own / compiler.Cpu);
                    Spread? whole = idle is null ? null : ShareOf(alone, one.Rounds, static (compiler, ours, other) => (ours.Cpu - other.Cpu) / compiler.Cpu, idle);
                    (share, more) = (own.ToString(Percent), whole?.ToString(Percent) ?? string.Empty);
                    met = FormattableString.Invariant($"≤ {goal} %: ") + (whole ?? own).AtMost(goal);
                }

                Row(table, one, share, more, met);
            }
        }

        return table.Append(Breakdown(all)).ToString();
    }

    public static string ClientCode(List<Measurement> all)
    {
        StringBuilder table = Head("Client code", "cpu more than with an analyzer that does nothing, % of the compiler", "goal");
        foreach (Measurement[] contest in Contests(all))
        {
            foreach (Measurement one in contest)
            {
                (string share, string met) = (string.Empty, string.Empty);
                if (one.Contender == Contender.Holdfast)
                {
                    Spread own = ShareOf(Of(contest, Contender.Compiler), one.Rounds, static (compiler, ours, other) => (ours.Cpu - other.Cpu) / compiler.Cpu, Of(contest, Contender.Idle));
                    (share, met) = (own.ToString(Percent), "≤ 2 %: " + own.AtMost(2));
                }

                Row(table, one, share, met);
            }
        }

        return table.ToString();
    }

    public static string Manifests(List<Measurement> all)
    {
        StringBuilder table = Head("Manifests", "cpu, % of the compiler", "goal");
        Measurement alone = Of(all, Contender.Compiler);
        foreach (Measurement one in all)
        {
            bool isOurs = one.Contender == Contender.Holdfast;
            Row(
                table,
                one,
                isOurs ? (100 * one.Cpu / alone.Cpu).ToString("F0", CultureInfo.InvariantCulture) : string.Empty,
                isOurs && one.Scenario == ManifestWorkloads.Cold ? $"< 1,100 ms: {Met(one.Cpu < 1100)}" : string.Empty);
        }

        FirstPass first = ManifestWorkloads.RunInNewProcess();
        table.Append(CultureInfo.InvariantCulture, $"| first pass of a new process | {Contender.Holdfast} | {all[0].Roslyn} | {first.Wall:F0} | | {first.Cpu:F0} | {first.Allocated:F1} | {first.Jit:F0} ms of it compiling to machine code; memory: {first.Peak:F0} MB more at the peak, {first.Kept:F0} MB kept | ≤ 1,000 ms: {Met(first.Cpu <= 1000)}; ≤ 60 MB: {Met(first.Peak <= 60)} |\n");
        return table.Append(Breakdown(all)).ToString();
    }

    public static string Yaml(List<Measurement> all)
    {
        StringBuilder table = Head("YAML", "cpu ratio", "goal");
        foreach (Measurement[] contest in Contests(all))
        {
            Measurement other = contest.Single(static one => one.Contender != Contender.Holdfast);
            foreach (Measurement one in contest)
            {
                (string ratio, string goal) = (string.Empty, string.Empty);
                if (one != other)
                {
                    bool isWriter = one.Scenario == YamlWorkloads.Write;
                    Spread cpu = Spread.Ratio(one, other);
                    ratio = cpu.ToString(isWriter ? "F3" : TwoDigits);
                    goal = isWriter ? "≥ 5 × as fast: " + cpu.AtMost(1.0 / 5) : "≤ 1.3 × the parse: " + cpu.AtMost(1.3);
                }

                Row(table, one, ratio, goal);
            }
        }

        return table.ToString();
    }

    public static string Growth(List<Measurement> all)
    {
        var table = new StringBuilder("| Growth | | Roslyn | cpu ms | MB allocated | cpu ms for 1,000 | MB for 1,000 | goal |\n|---|--:|---|--:|--:|--:|--:|---|\n");
        foreach (Measurement[] contest in Contests(all))
        {
            Measurement first = contest[0];
            foreach (Measurement one in contest)
            {
                string goal = one == first ? string.Empty
                    : $"linear in time: {Spread.Of(one, first, (a, b) => a.Cpu / Thousands(one) / (b.Cpu / Thousands(first))).AtMost(GrowthWorkloads.MostTime)}; in memory: {Met(one.Megabytes / Thousands(one) <= GrowthWorkloads.MostMemory * first.Megabytes / Thousands(first))}";
                table.Append(
                    CultureInfo.InvariantCulture,
                    $"| {one.Scenario} | {one.Contender} | {one.Roslyn} | {one.Cpu:F0} | {one.Megabytes:F1} | {one.Cpu / Thousands(one):F0} | {one.Megabytes / Thousands(one):F1} | {goal} |\n");
            }
        }

        return table.ToString();

        static double Thousands(Measurement one) => int.Parse(one.Contender, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) / 1000.0;
    }

    public static string Plans(List<Measurement> all)
    {
        StringBuilder table = Head("Scale plans", "goal");
        foreach (Measurement one in all)
        {
            bool hasGoal = one.Scenario.StartsWith(PlanWorkloads.Goal, StringComparison.Ordinal);
            Row(table, one, hasGoal ? $"< 100 ms: {Met(one.Cpu < 100)}" : string.Empty);
        }

        return table.ToString();
    }

    public static string Constraints(List<Measurement> all)
    {
        StringBuilder table = Head("Constraints of 1,000 manifests");
        foreach (Measurement one in all)
        {
            Row(table, one);
        }

        return table.ToString();
    }

    private static string GeneratorGoal(Measurement ours, Measurement floor, Measurement[] peers)
    {
        Measurement fastest = peers.MinBy(static one => one.Cpu)!;
        return ours.Scenario switch
        {
            GeneratorWorkloads.Cold => $"≤ 3 × floor: {Spread.Ratio(ours, floor).AtMost(3)}; ≤ ⅓ of the fastest peer: {Met(ours.Cpu <= fastest.Cpu / 3)}",
            GeneratorWorkloads.Elsewhere or GeneratorWorkloads.OneType => $"≤ 1.2 × floor: {Spread.Ratio(ours, floor).AtMost(1.2)}; faster than every peer: {Met(ours.Cpu < fastest.Cpu)}",
            _ => string.Empty,
        };
    }

    /// <summary>Percent of the compiler's time in the same round, or in its only one.</summary>
    private static Spread ShareOf(Measurement compiler, Round[] ours, Func<Round, Round, Round, double> share, Measurement? other = null) => Spread.Of(ours.Select((round, i) =>
        100 * share(compiler.Rounds[Math.Min(i, compiler.Rounds.Length - 1)], round, other?.Rounds[i] ?? round)));

    /// <summary>Those who are compared: they did the same in the same compiler.</summary>
    private static IEnumerable<Measurement[]> Contests(List<Measurement> all) =>
        all.GroupBy(static one => (one.Scenario, one.Roslyn)).OrderBy(contest => all.FindIndex(one => one.Scenario == contest.Key.Scenario)).Select(static contest => contest.ToArray());

    private static Measurement Of(IEnumerable<Measurement> contest, string contender) => contest.Single(one => one.Contender == contender);

    private static StringBuilder Head(string title, params string[] further) => new StringBuilder("| ")
        .AppendJoin(" | ", [title, "", "Roslyn", "median ms", "least ms", "cpu ms", "MB allocated", .. further])
        .Append(" |\n|---|---|---|--:|--:|--:|--:|")
        .Append(string.Concat(further.Select(static column => column == "goal" ? "---|" : "--:|")))
        .Append('\n');

    private static void Row(StringBuilder table, Measurement one, params string[] further) => table
        .Append(CultureInfo.InvariantCulture, $"| {one.Scenario} | {one.Contender} | {one.Roslyn} | {one.Median:F0} | {one.Least:F0} | {one.Cpu:F0} | {one.Megabytes:F1} |")
        .Append(string.Concat(further.Select(static text => $" {text} |")))
        .Append('\n');

    /// <summary>Which analyzer it is.</summary>
    private static string Breakdown(List<Measurement> all) => "\n" + string.Concat(all.Where(static one => one.Analyzers.Count > 0).Select(static one =>
        $"{one.Scenario}, Roslyn {one.Roslyn}: {string.Join(", ", one.Analyzers.OrderByDescending(static analyzer => analyzer.Value).Select(static analyzer => FormattableString.Invariant($"{analyzer.Key} {analyzer.Value:F1} ms")))}.\n\n"));

    private static string Met(bool isMet) => isMet ? "met" : "**missed**";
}
