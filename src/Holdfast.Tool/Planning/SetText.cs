using System.Globalization;
using Holdfast.Engine.Planning;

namespace Holdfast.Tool.Planning;

/// <summary>What becomes of one set, in the lines of a list.</summary>
internal static class SetText
{
    /// <summary>Pods, claims and names, each in one line; none where nothing happens to them.</summary>
    public static IEnumerable<string> Of(SetOutcome outcome)
    {
        foreach (string note in outcome.Notes)
        {
            yield return note;
        }

        if (outcome.Problem is { } problem)
        {
            yield return problem;
        }

        if (outcome.Plan is not { } plan)
        {
            if (outcome.Problem is null)
            {
                yield return "No pod restarts, and claims and names stay.";
            }

            yield break;
        }

        foreach (ClaimGrowth growth in outcome.Growth)
        {
            yield return $"The claims of the template {growth.Template} grow first, one by one, from {growth.Before} to {growth.After}: the script below does it, and goes on where it stopped.";
        }

        string[] restarted = [.. Restarted(plan).Select(static pod => pod.Name)];
        if (restarted.Length > 0)
        {
            yield return $"Pods restart in this order: {NameList.Of(restarted)}.";
        }

        foreach (string line in Pods(plan, restarted).Concat(Claims(plan)).Concat(Names(plan)))
        {
            yield return line;
        }

        if (plan.Changes[^1].KeepOldTemplate is { Count: > 0 } old)
        {
            yield return $"Still on the old template at the end: {NameList.Of(old.Select(static pod => pod.Name))}.";
        }

        int least = plan.Steps.Where(static step => step.Creates.Count + step.Deletes.Count > 0).Select(static step => step.ReadyReplicas).DefaultIfEmpty(-1).Min();
        if (least >= 0 && outcome.Change.Kind == ObjectChangeKind.Changed)
        {
            ScaleStep step = plan.Steps.First(step => step.ReadyReplicas == least);
            string quorum = plan.Steps.Any(static one => one.LosesQuorum) ? Text($", below the majority of {step.Quorum}") : Text($", with the majority of {step.Quorum}");
            yield return Text($"At least {least} of {step.Replicas} replicas stay Ready") + quorum + ".";
        }
    }

    /// <summary>The pods that are deleted and created again, in the order in which they go.</summary>
    public static IEnumerable<Pod> Restarted(ScalePlan plan)
    {
        ScaleStep[] steps = [.. plan.Steps];
        return steps.SelectMany((step, index) => step.Deletes
                .OrderByDescending(static pod => pod.Ordinal)
                .Where(pod => steps.Skip(index).Any(later => later.Creates.Any(created => created.Ordinal == pod.Ordinal))))
            .DistinctBy(static pod => pod.Ordinal);
    }

    /// <summary>The claims that are deleted with their data.</summary>
    public static string[] Lost(ScalePlan plan) =>
        [.. plan.Steps.SelectMany(static step => step.Claims).Where(static claim => claim.Outcome == ClaimOutcome.Deleted).Select(static claim => claim.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Pods(ScalePlan plan, string[] restarted)
    {
        string[] created = [.. plan.Steps.SelectMany(static step => step.Creates).Select(static pod => pod.Name).Distinct(StringComparer.Ordinal).Except(restarted, StringComparer.Ordinal)];
        string[] deleted = [.. plan.Steps.SelectMany(static step => step.Deletes.OrderByDescending(static pod => pod.Ordinal)).Select(static pod => pod.Name).Distinct(StringComparer.Ordinal).Except(restarted, StringComparer.Ordinal)];
        if (created.Length > 0)
        {
            yield return $"Pods are created: {NameList.Of(created)}.";
        }

        if (deleted.Length > 0)
        {
            yield return $"Pods are deleted: {NameList.Of(deleted)}.";
        }
    }

    private static IEnumerable<string> Claims(ScalePlan plan)
    {
        foreach (IGrouping<ClaimOutcome, string> group in plan.Steps.SelectMany(static step => step.Claims)
            .GroupBy(static claim => claim.Name, StringComparer.Ordinal)
            .Select(static claims => claims.Last())
            .OrderBy(static claim => claim.Name[..^claim.Pod.Name.Length], StringComparer.Ordinal)
            .ThenBy(static claim => claim.Pod.Ordinal)
            .GroupBy(static claim => claim.Outcome, static claim => claim.Name)
            .OrderBy(static group => group.Key))
        {
            string[] names = [.. group];
            yield return $"Claims {group.Key switch
            {
                ClaimOutcome.CreatedOrBoundAgain => "are created, or bound again where they were kept",
                ClaimOutcome.BoundAgain => "stay with their data and are bound again",
                ClaimOutcome.Deleted => "are deleted with their data",
                ClaimOutcome.Created => "are created, new and empty",
                _ => "stay with their data, unused",
            }}: {NameList.Of(names)}.";
        }
    }

    private static IEnumerable<string> Names(ScalePlan plan)
    {
        string[] before = Hosts(plan.Changes[0].Kind == ScaleChangeKind.Creation ? null : plan.Changes[0].Before);
        string[] after = Hosts(plan.Changes[^1].IsDeletion ? null : plan.Changes[^1].After);
        string[] come = [.. after.Except(before, StringComparer.Ordinal)];
        string[] go = [.. before.Except(after, StringComparer.Ordinal)];
        if (come.Length > 0)
        {
            yield return $"DNS names appear: {NameList.Of(come)}.";
        }

        if (go.Length > 0)
        {
            yield return $"DNS names go: {NameList.Of(go)}.";
        }
    }

    private static string[] Hosts(StatefulSetInfo? set) =>
        set is null || set.ServiceName.Length == 0 ? [] : [.. set.Pods.Select(static pod => pod.HostName)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
