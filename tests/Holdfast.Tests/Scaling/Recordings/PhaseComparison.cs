using System.Globalization;

namespace Holdfast.Tests.Scaling.Recordings;

/// <summary>
/// Compares as the recordings' README asks for: the order of OrderedReady exactly, that of Parallel, of claims and of garbage collection
/// as sets. What a planned step waits for must have come before it in the recording, with either policy.
/// </summary>
internal sealed class PhaseComparison(
    RecordedGroup group,
    RecordedPhase recorded,
    RecordedState? before,
    ScaleState? start,
    ScalePhase planned,
    IReadOnlyDictionary<int, string> letters,
    bool isFirst)
{
    private static readonly char[] Letters = [.. Enumerable.Range('A', 26).Select(letter => (char)letter)];

    public IEnumerable<string> Differences(ScaleChange change)
    {
        List<(string Event, int Index)> seen = [.. Seen()];
        List<(string[] Events, ScaleStep Step)> expected =
            [.. planned.Steps.Select(step => (Events: Events(step).ToArray(), step)).Where(step => step.Events.Length > 0)];
        bool isOrdered = group.After.Policy == "OrderedReady" && !change.IsDeletion;
        string[] all = [.. expected.SelectMany(step => step.Events)];
        if (!all.Order(StringComparer.Ordinal).SequenceEqual(seen.Select(one => one.Event).Order(StringComparer.Ordinal)))
        {
            yield return $"events: planned {string.Join(' ', all)}, seen {string.Join(' ', seen.Select(one => one.Event))}";
        }
        else if (isOrdered && !IsInOrder(expected, seen))
        {
            yield return $"order: planned {string.Join(' ', all)}, seen {string.Join(' ', seen.Select(one => one.Event))}";
        }
        else
        {
            foreach (string wait in Waits(expected, seen))
            {
                yield return wait;
            }
        }

        string[] claims =
        [
            .. planned.Steps
                .SelectMany(step => step.Claims)
                .Where(claim => claim.Outcome == ClaimOutcome.Created)
                .Select(claim => claim.Name)
                .Order(StringComparer.Ordinal),
        ];
        string[] made = [.. recorded.Events.Where(one => !one.IsPod && one.Op == "create").Select(one => one.Name).Order(StringComparer.Ordinal)];
        if (!claims.SequenceEqual(made))
        {
            yield return $"claims made: planned {string.Join(' ', claims)}, seen {string.Join(' ', made)}";
        }

        foreach (string difference in EndDifferences(change))
        {
            yield return difference;
        }
    }

    public override string ToString() =>
        $"planned {string.Join(" ▸ ", planned.Steps.Select(step => step.ToString().Split('\n')[0]))}; seen {string.Join(' ', Seen().Select(one => one.Event))}";

    private IEnumerable<string> EndDifferences(ScaleChange change)
    {
        string[] pods = [.. planned.End.Pods.Select(pod => pod.Pod.Name + Letter(pod)).Order(StringComparer.Ordinal)];
        string[] seen = [.. recorded.After.Pods.Select(pod => pod + recorded.After.Revs.GetValueOrDefault(pod, "")).Order(StringComparer.Ordinal)];
        if (!pods.SequenceEqual(seen))
        {
            yield return $"pods: planned {string.Join(' ', pods)}, seen {string.Join(' ', seen)}";
        }

        // A foreign pod's being Ready says nothing about the set.
        HashSet<string> foreign = [.. planned.End.Pods.Where(pod => pod.Condition == ReplicaCondition.NameTaken).Select(pod => pod.Pod.Name)];
        string[] ready = [.. planned.End.Pods.Where(pod => pod.Condition == ReplicaCondition.Ready).Select(pod => pod.Pod.Name).Order(StringComparer.Ordinal)];
        string[] readySeen = [.. recorded.After.Ready.Where(pod => !foreign.Contains(pod)).Order(StringComparer.Ordinal)];
        if (!ready.SequenceEqual(readySeen))
        {
            yield return $"ready: planned {string.Join(' ', ready)}, seen {string.Join(' ', readySeen)}";
        }

        string[] claims = [.. planned.End.Claims.Select(claim => claim.Name).Order(StringComparer.Ordinal)];
        string[] claimsSeen = [.. recorded.After.Claims.Order(StringComparer.Ordinal)];
        if (!claims.SequenceEqual(claimsSeen))
        {
            yield return $"claims: planned {string.Join(' ', claims)}, seen {string.Join(' ', claimsSeen)}";
        }

        bool isWhole = !change.IsDeletion
            && planned.Blocks.Count == 0
            && planned.Set.Pods.All(member => planned.End.Pods.Any(pod => pod.Pod.Ordinal == member.Ordinal && pod.Condition == ReplicaCondition.Ready));
        if (isWhole != recorded.Converged)
        {
            string end = isWhole ? "all is done" : "something is left: " + string.Join("; ", planned.Blocks);
            yield return $"end: planned {end}, seen {(recorded.Converged ? "all done" : "something left")}";
        }
    }

    private string Letter(ScaledPodState pod) =>
        pod.Condition == ReplicaCondition.NameTaken ? "" : letters.GetValueOrDefault(pod.Template, "?");

    /// <summary>What the controller did to the set's own pods, and what was done to them by hand in the act of the phase.</summary>
    private IEnumerable<(string Event, int Index)> Seen()
    {
        // Such replicas were deleted by hand, as the scenario's beginning.
        HashSet<int> deleted =
        [
            .. group.Members
                .Where(member => isFirst && member.Value is ("Terminating" or "HeldTerminating"))
                .Select(member => int.Parse(member.Key, CultureInfo.InvariantCulture)),
        ];
        for (int index = 0; index < recorded.Events.Length; index++)
        {
            RecordedEvent one = recorded.Events[index];
            if (one is { IsPod: true, Own: true, Op: "create" })
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"+{one.Ordinal}{one.Rev}"), index);
            }
            else if (one is { IsPod: true, Own: true, Op: "terminating" } && !deleted.Remove(one.Ordinal))
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"x{one.Ordinal}"), index);
            }
        }
    }

    private IEnumerable<string> Events(ScaleStep step) =>
    [
        .. step.Deletes.Select(pod => string.Create(CultureInfo.InvariantCulture, $"x{pod.Ordinal}")),
        .. step.Creates.Select(pod => string.Create(CultureInfo.InvariantCulture, $"+{pod.Ordinal}{Letter(step, pod)}")),
    ];

    private string Letter(ScaleStep step, Pod pod) =>
        letters.GetValueOrDefault(step.FromOldTemplate.Contains(pod) ? start!.CurrentTemplate : planned.End.UpdateTemplate, "?");

    private static bool IsInOrder(List<(string[] Events, ScaleStep Step)> expected, List<(string Event, int Index)> seen)
    {
        int position = 0;
        foreach ((string[] events, _) in expected)
        {
            if (!seen.Skip(position).Take(events.Length).Select(one => one.Event).Order(StringComparer.Ordinal).SequenceEqual(events.Order(StringComparer.Ordinal)))
            {
                return false;
            }

            position += events.Length;
        }

        return true;
    }

    /// <summary>Each event of a step must come after what the step waits for.</summary>
    private IEnumerable<string> Waits(List<(string[] Events, ScaleStep Step)> expected, List<(string Event, int Index)> seen)
    {
        List<(string Event, int Index)> left = [.. seen];
        foreach ((string[] events, ScaleStep step) in expected)
        {
            foreach (string name in events)
            {
                int found = left.FindIndex(one => one.Event == name);
                int index = left[found].Index;
                left.RemoveAt(found);
                (HashSet<int> alive, HashSet<int> ready) = At(index);
                int[] unready = [.. step.WaitsForReady.Except(step.Deletes).Select(pod => pod.Ordinal).Where(ordinal => !ready.Contains(ordinal))];

                // Each pod that is created waits for its own predecessor.
                int[] there =
                [
                    .. step.WaitsForGone
                        .Where(pod => step.Creates.Count == 0 || name.TrimStart('+').TrimEnd(Letters).Equals(pod.Ordinal.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
                        .Select(pod => pod.Ordinal)
                        .Where(alive.Contains),
                ];
                if (unready.Length + there.Length > 0)
                {
                    yield return $"waits: {name} came before {string.Join(' ', unready.Select(ordinal => $"R{ordinal}").Concat(there.Select(ordinal => $"-{ordinal}")))}";
                }
            }
        }
    }

    private (HashSet<int> Alive, HashSet<int> Ready) At(int index)
    {
        HashSet<int> alive = [.. (before?.Pods ?? []).Select(Ordinal)];
        HashSet<int> ready = [.. recorded.ReadyAtStart.Select(Ordinal)];
        foreach (RecordedEvent one in recorded.Events.Take(index).Where(one => one is { IsPod: true }))
        {
            switch (one.Op)
            {
                case "create":
                    alive.Add(one.Ordinal);
                    ready.Remove(one.Ordinal);
                    break;
                case "ready":
                    ready.Add(one.Ordinal);
                    break;
                case "unready" or "failed" or "terminating":
                    ready.Remove(one.Ordinal);
                    break;
                case "gone":
                    alive.Remove(one.Ordinal);
                    ready.Remove(one.Ordinal);
                    break;
            }
        }

        return (alive, ready);
    }

    private static int Ordinal(string name) => int.Parse(name[(name.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);
}
