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
        text.Append(plan.StuckAt is null ? "" : NewLine + "Somebody must help: look for STUCK.");

        int number = 0;
        foreach (ScaleChange change in plan.Changes)
        {
            text.Append(NewLine).Append(NewLine).Append(change).Append(change.Steps.Count == 0 ? ": nothing to do" : "");
            foreach (ScaleStep step in change.Steps)
            {
                AppendItem(text, $"{Describe.Number(++number)}. ", Lines(step));
            }

            if (change.KeepOldTemplate.Count > 0)
            {
                text.Append(NewLine).Append($"On the old template in the end: {Names(change.KeepOldTemplate)}.");
            }

            foreach (string caveat in change.Caveats)
            {
                AppendItem(text, "- ", [caveat]);
            }
        }

        return text.ToString();
    }

    public static string Of(ScaleStep step) => string.Join(NewLine, Lines(step));

    private static void AppendItem(StringBuilder text, string head, IEnumerable<string> lines) =>
        text.Append(NewLine).Append(head).AppendJoin(NewLine + new string(' ', head.Length), lines);

    private static IEnumerable<string> Lines(ScaleStep step)
    {
        yield return Head(step);
        if (step.Stuck is { } block)
        {
            yield return "STUCK before this: " + block.Reason;
            foreach (string way in block.WaysOut)
            {
                yield return "- " + way;
            }
        }

        foreach (string command in step.Commands)
        {
            yield return "$ " + command;
        }

        foreach (ScaledClaim claim in step.Claims)
        {
            yield return $"claim {claim.Name}: {Outcome(claim.Outcome)}";
        }

        foreach (string name in step.NamesAppearing)
        {
            yield return $"DNS name {name} appears";
        }

        foreach (string name in step.NamesGoing)
        {
            yield return $"DNS name {name} goes";
        }

        if (step.Creates.Count + step.Deletes.Count > 0)
        {
            yield return $"Ready: {Describe.Number(step.ReadyMembers)} of {Describe.Number(step.Members)}, "
                + $"{(step.HasQuorum ? "with" : "WITHOUT")} the quorum of {Describe.Number(step.Quorum)}";
        }
    }

    private static string Head(ScaleStep step)
    {
        string[] actions = [.. Actions(step)];
        string waits = Waits(step);
        return step.ByHand is not null ? "by hand: " + step.ByHand + waits
            : actions.Length > 0 ? string.Join(" and ", actions) + (step.Creates.Count + step.Deletes.Count > 1 ? " in any order" : "") + waits
            : step.Claims.Count > 0 ? "create no pod, only claims" + waits
            : "all is done" + waits;
    }

    private static IEnumerable<string> Actions(ScaleStep step)
    {
        Pod[] plain = [.. step.Creates.Where(pod => !step.FromNewTemplate.Contains(pod) && !step.FromOldTemplate.Contains(pod))];
        return new[]
        {
            Action("create", plain, ""),
            Action("create", step.FromNewTemplate, " from the new template"),
            Action("create", step.FromOldTemplate, " from the old template"),
            Action("delete", step.Deletes, ""),
        }.OfType<string>();
    }

    private static string? Action(string verb, IReadOnlyCollection<Pod> pods, string how) =>
        pods.Count == 0 ? null : $"{verb} {Names(pods)}{how}";

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
        return !successors ? $"{Names(step.WaitsForGone)} {(step.WaitsForGone.Count == 1 ? "is" : "are")} gone"
            : step.WaitsForGone.Count == 1 ? $"the old {step.WaitsForGone.First()} is gone"
            : "the old one of each is gone";
    }

    private static string? WaitForReady(PodSet pods)
    {
        string duration = pods.Set.MinReadySeconds == 0 ? "" : $" for {Describe.Number(pods.Set.MinReadySeconds)} s";
        return pods.Count switch
        {
            0 => null,
            1 => $"{pods.First} is Ready{duration}",
            2 => $"{pods.First} and {pods.Last} are Ready{duration}",
            _ => $"{pods.First} to {pods.Last} are Ready{duration}",
        };
    }

    private static string Sizes(ScalePlan plan)
    {
        string after = string.Concat(plan.Changes.Select(change => change.IsDeletion ? " → deleted" : $" → {Describe.Number(change.To)}"));
        bool same = plan.Changes.Count == 1 && plan.From == plan.To && !plan.Changes[0].IsDeletion;
        return $"replicas {Describe.Number(plan.From)}" + (same ? "" : after);
    }

    private static string Outcome(ClaimOutcome outcome) => outcome switch
    {
        ClaimOutcome.CreatedOrBoundAgain => "created, or bound again if it was kept",
        ClaimOutcome.BoundAgain => "bound again with its data",
        ClaimOutcome.Deleted => "deleted with its data",
        ClaimOutcome.Created => "created, new and empty",
        _ => "kept with its data",
    };

    private static string Names(IEnumerable<Pod> pods) => string.Join(", ", pods);

    private static string Policy(PodManagementPolicy policy) =>
        policy == PodManagementPolicy.Parallel ? "Parallel: all at once" : "OrderedReady: one by one";
}
