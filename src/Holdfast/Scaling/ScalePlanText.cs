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
        text.Append(": replicas ").Append(Describe.Number(plan.From));
        text.AppendJoin("", plan.Changes.Select(change => $" → {Describe.Number(change.To)}"));
        text.Append(" (").Append(Policy(plan.Set.PodManagementPolicy)).Append(')');

        int number = 0;
        foreach (ScaleChange change in plan.Changes)
        {
            text.Append(NewLine).Append(NewLine).Append(change).Append(change.Steps.Count == 0 ? ": nothing to do" : "");
            foreach (ScaleStep step in change.Steps)
            {
                string head = $"{Describe.Number(++number)}. ";
                string indent = NewLine + new string(' ', head.Length);
                text.Append(NewLine).Append(head).AppendJoin(indent, Lines(step));
            }
        }

        return text.ToString();
    }

    public static string Of(ScaleStep step) => string.Join(NewLine, Lines(step));

    private static IEnumerable<string> Lines(ScaleStep step)
    {
        yield return Actions(step) + Waits(step);
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
    }

    private static string Actions(ScaleStep step)
    {
        string[] actions = [.. new[] { Action("create", step.Creates), Action("delete", step.Deletes) }.OfType<string>()];
        return string.Join(" and ", actions) + (step.Creates.Count + step.Deletes.Count > 1 ? " in any order" : "");
    }

    private static string? Action(string verb, IReadOnlySet<Pod> pods) =>
        pods.Count == 0 ? null : $"{verb} {string.Join(", ", pods)}";

    private static string Waits(ScaleStep step)
    {
        string?[] waits =
        [
            step.WaitsForGone.Count == 0
                ? null
                : $"{string.Join(", ", step.WaitsForGone)} {(step.WaitsForGone.Count == 1 ? "is" : "are")} gone",
            step.WaitsForReady.Count switch
            {
                0 => null,
                1 => $"{step.WaitsForReady.First} is Ready",
                2 => $"{step.WaitsForReady.First} and {step.WaitsForReady.Last} are Ready",
                _ => $"{step.WaitsForReady.First} to {step.WaitsForReady.Last} are Ready",
            },
        ];
        string text = string.Join(" and ", waits.OfType<string>());
        return text.Length == 0 ? "" : $" once {text}";
    }

    private static string Outcome(ClaimOutcome outcome) => outcome switch
    {
        ClaimOutcome.CreatedOrBoundAgain => "created, or bound again if it was kept",
        ClaimOutcome.BoundAgain => "bound again with its data",
        ClaimOutcome.Deleted => "deleted with its data",
        ClaimOutcome.Created => "created, new and empty",
        _ => "kept with its data",
    };

    private static string Policy(PodManagementPolicy policy) =>
        policy == PodManagementPolicy.Parallel ? "Parallel: all at once" : "OrderedReady: one by one";
}
