using System.Text;

namespace Holdfast;

/// <summary>Puts plans into words, the same on every machine.</summary>
internal static class ScalePlanText
{
    private const string NewLine = "\n";

    public static string Of(ScalePlan plan)
    {
        var text = new StringBuilder();
        text.Append("StatefulSet ").Append(plan.Set.Name);
        text.Append(plan.Set.Namespace is null ? "" : $" in namespace {plan.Set.Namespace}");
        text.Append(": ").Append(Sizes(plan));
        text.Append(" (").Append(Policy(plan.Changes[0].After.PodManagementPolicy)).Append(')');
        text.Append(plan.StuckAt is null ? "" : NewLine + "The plan needs help by hand: look for STUCK.");

        int number = 0;
        foreach (ScaleChange change in plan.Changes)
        {
            bool isIdle = change.Steps.Count == 0 && change.Phases[^1].Blocks.Count == 0;
            text.Append(NewLine).Append(NewLine).Append(change).Append(isIdle ? ": nothing to do" : "");
            AppendPhases(text, change, ref number);
            if (change.KeepOldTemplate.Count > 0)
            {
                text.Append(NewLine).Append($"Still on the old template at the end: {NameRuns.Of(change.KeepOldTemplate)}.");
            }

            foreach (string caveat in change.Caveats)
            {
                AppendItem(text, "- ", [caveat]);
            }
        }

        return text.ToString();
    }

    public static string Of(ScaleStep step) => string.Join(NewLine, Lines(step));

    private static void AppendPhases(StringBuilder text, ScaleChange change, ref int number)
    {
        // What is in the way is reported once, although it still is while help by hand goes on step by step.
        HashSet<(BlockCause, string)> told = [];
        foreach (ScalePhase phase in change.Phases)
        {
            foreach (ScaleStep step in phase.Steps)
            {
                AppendItem(text, $"{Describe.Number(++number)}. ", Lines(step));
            }

            if (phase.Steps.Any(step => step.ByHand is null))
            {
                told.Clear();
            }

            foreach (ScaleBlock block in phase.Blocks)
            {
                if (told.Add((block.Cause, string.Join(' ', block.Pods))))
                {
                    AppendItem(text, "   ", [.. block.WaysOut.Select((way, index) => $"- {(index == 0 ? "" : "or ")}{way}")], "STUCK: " + block.Reason);
                }
            }
        }
    }

    private static void AppendItem(StringBuilder text, string head, IEnumerable<string> lines) =>
        text.Append(NewLine).Append(head).AppendJoin(NewLine + new string(' ', head.Length), lines);

    private static void AppendItem(StringBuilder text, string indent, IReadOnlyList<string> lines, string head) =>
        text.Append(NewLine).Append(head).Append(string.Concat(lines.Select(line => NewLine + indent + line)));

    private static IEnumerable<string> Lines(ScaleStep step)
    {
        yield return Head(step);
        foreach (string command in step.Commands)
        {
            yield return "$ " + command;
        }

        foreach (string line in ClaimLines(step))
        {
            yield return line;
        }

        foreach (string line in NameLines(step.Creates, "appears", "appear").Concat(NameLines(step.Deletes, "goes", "go")))
        {
            yield return line;
        }

        if (step.Creates.Count + step.Deletes.Count > 0)
        {
            string quorum = step.HasQuorum ? $", with the quorum of {Describe.Number(step.Quorum)}"
                : step.LosesQuorum ? $", WITHOUT the quorum of {Describe.Number(step.Quorum)}"
                : "";
            yield return $"Ready: {Describe.Number(step.ReadyReplicas)} of {Describe.Number(step.Replicas)}{quorum}";
        }
    }

    private static IEnumerable<string> ClaimLines(ScaleStep step)
    {
        if (step.Claims.Count == 1)
        {
            ScaledClaim claim = step.Claims.First();
            return [$"claim {claim.Name}: {Outcome(claim.Outcome, isOne: true)}"];
        }

        return step.Claims
            .GroupBy(claim => (Template: claim.Name[..^(claim.Pod.Name.Length + 1)], claim.Outcome))
            .OrderBy(group => group.Key.Outcome)
            .ThenBy(group => group.Key.Template, StringComparer.Ordinal)
            .Select(group => group.Count() == 1
                ? $"claim {group.First().Name}: {Outcome(group.Key.Outcome, isOne: true)}"
                : $"claims {NameRuns.Of(group.Select(claim => (claim.Pod.Ordinal, claim.Name)))}: {Outcome(group.Key.Outcome, isOne: false)}");
    }

    private static IEnumerable<string> NameLines(IReadOnlySet<Pod> pods, string verb, string verbOfMany)
    {
        Pod[] named = [.. pods.Where(pod => pod.Set.ServiceName.Length > 0)];
        return named.Length switch
        {
            0 => [],
            1 => [$"DNS name {named[0].HostName} {verb}"],
            _ => [$"DNS names {NameRuns.Of(named.Select(pod => (pod.Ordinal, pod.HostName)))} {verbOfMany}"],
        };
    }

    private static string Head(ScaleStep step)
    {
        string[] actions = [.. Actions(step)];
        string waits = Waits(step);
        return step.ByHand is not null ? "by hand: " + step.ByHand + waits
            : actions.Length > 0 ? string.Join(" and ", actions) + (step.Creates.Count + step.Deletes.Count > 1 ? " in any order" : "") + waits
            : "no pod, only claims" + waits;
    }

    private static IEnumerable<string> Actions(ScaleStep step)
    {
        Pod[] plain = [.. step.Creates.Where(pod => !step.FromNewTemplate.Contains(pod) && !step.FromOldTemplate.Contains(pod))];
        return new[]
        {
            Action("create", plain, ""),
            Action("create", step.FromNewTemplate, step.RollsBack ? " from the previous template" : " from the new template"),
            Action("create", step.FromOldTemplate, " from the old template"),
            Action("delete", step.Deletes, ""),
        }.OfType<string>();
    }

    private static string? Action(string verb, IReadOnlyCollection<Pod> pods, string how) =>
        pods.Count == 0 ? null : $"{verb} {NameRuns.Of(pods)}{how}";

    private static string Waits(ScaleStep step)
    {
        string[] waits = [.. new[] { WaitForGone(step), WaitForReady(step.WaitsForReady) }.OfType<string>()];
        return waits.Length == 0 ? "" : $" once {string.Join(" and ", waits)}";
    }

    private static string? WaitForGone(ScaleStep step)
    {
        if (step.WaitsForGone.Count == 0)
        {
            return null;
        }

        bool successors = step.WaitsForGone.All(gone => step.Creates.Any(pod => pod.Ordinal == gone.Ordinal));
        return !successors ? $"{NameRuns.Of(step.WaitsForGone)} {(step.WaitsForGone.Count == 1 ? "is" : "are")} gone"
            : step.WaitsForGone.Count == 1 ? $"the old {step.WaitsForGone.First()} is gone"
            : "the old one of each is gone";
    }

    private static string? WaitForReady(PodSet pods)
    {
        string duration = pods.Set.MinReadySeconds == 0 ? "" : $" for {Describe.Number(pods.Set.MinReadySeconds)} s";
        bool isRun = pods.Count > 2 && pods.Last.Ordinal - pods.First.Ordinal == pods.Count - 1;
        return pods.Count switch
        {
            0 => null,
            1 => $"{pods.First} is Ready{duration}",
            2 => $"{pods.First} and {pods.Last} are Ready{duration}",
            _ => $"{(isRun ? $"{pods.First} to {pods.Last}" : NameRuns.Of(pods))} are Ready{duration}",
        };
    }

    private static string Sizes(ScalePlan plan)
    {
        ScaleChange first = plan.Changes[0];
        bool isOne = plan.Changes.All(change => change.Kind == ScaleChangeKind.Change && change.From == change.To);
        string start = first.Kind == ScaleChangeKind.Creation ? "" : $"replicas {Describe.Number(plan.From)}";
        return isOne ? start : start + string.Concat(plan.Changes.Select((change, index) => (index == 0 && start.Length == 0 ? "" : " → ") + Size(change)));
    }

    private static string Size(ScaleChange change) => change.Kind switch
    {
        ScaleChangeKind.Deletion => "deleted",
        ScaleChangeKind.Orphaning => "deleted, pods stay",
        ScaleChangeKind.Creation => $"created with {Describe.Number(change.To)} {(change.To == 1 ? "replica" : "replicas")}",
        _ => Describe.Number(change.To),
    };

    private static string Outcome(ClaimOutcome outcome, bool isOne) => (outcome, isOne) switch
    {
        (ClaimOutcome.CreatedOrBoundAgain, true) => "created, or bound again if it was kept",
        (ClaimOutcome.CreatedOrBoundAgain, false) => "created, or bound again if they were kept",
        (ClaimOutcome.BoundAgain, true) => "bound again with its data",
        (ClaimOutcome.BoundAgain, false) => "bound again with their data",
        (ClaimOutcome.Deleted, true) => "deleted with its data",
        (ClaimOutcome.Deleted, false) => "deleted with their data",
        (ClaimOutcome.Created, _) => "created, new and empty",
        (_, true) => "kept with its data",
        _ => "kept with their data",
    };

    private static string Policy(PodManagementPolicy policy) =>
        policy == PodManagementPolicy.Parallel ? "Parallel: all at once" : "OrderedReady: one by one";
}
