using System.Globalization;

namespace Holdfast.Tests.Scaling.Recordings;

/// <summary>Plans what a recording changed and did by hand, and nothing else, and compares each phase.</summary>
internal sealed class Replay(Recording recording)
{
    private static readonly ScaleOptions Empty = new();

    /// <summary>Letters of the recording for the numbers of the plan's templates.</summary>
    private readonly Dictionary<int, string> _letters = [];
    private RecordedState? _before;
    private ScalePlan? _plan;

    public IEnumerable<ReplayedPhase> Run()
    {
        for (int group = 0; group < recording.Groups.Length; group++)
        {
            for (int phase = 0; phase < recording.Groups[group].Phases.Length; phase++)
            {
                yield return Compare(group, phase);
                _before = recording.Groups[group].Phases[phase].After;
            }
        }
    }

    private ReplayedPhase Compare(int group, int phase)
    {
        RecordedGroup changed = recording.Groups[group];
        RecordedPhase recorded = changed.Phases[phase];
        string place = string.Create(CultureInfo.InvariantCulture, $"{recording.File}/{recording.Id}/{group}/{phase}");
        ScalePlan? plan = _plan;
        ScaleState? start = plan?.End;
        _plan = Plan(plan, group, phase, Empty);

        // Whether a pod becomes Ready is given, not planned: some were held back without the recording's saying so.
        int[] unready = [.. NotReadyAgain(recorded, _plan.Changes[^1].Phases[^1])];
        if (unready.Length > 0)
        {
            _plan = Plan(plan, group, phase, new ScaleOptions { Replicas = unready.ToDictionary(ordinal => ordinal, _ => ReplicaCondition.NeverReadyAgain) });
        }

        ScalePhase planned = _plan.Changes[^1].Phases[^1];
        if (phase == 0 && !changed.Chain)
        {
            _letters.Clear();
            start = null;
        }

        if (recorded.Rev is { } letter)
        {
            _letters.TryAdd(planned.End.UpdateTemplate, letter);
        }

        var comparison = new PhaseComparison(changed, recorded, _before, start, planned, _letters, phase == 0);
        return new ReplayedPhase(place, recorded.Act, [.. comparison.Differences(_plan.Changes[^1])], comparison.ToString());
    }

    private ScalePlan Plan(ScalePlan? plan, int group, int phase, ScaleOptions given)
    {
        RecordedGroup changed = recording.Groups[group];
        if (phase > 0)
        {
            return plan!.Then(RecordedActs.Read(changed.Phases[phase], plan), given);
        }

        StatefulSetInfo before = changed.Before.ToSet(recording.MaxUnavailable);
        StatefulSetInfo after = changed.After.ToSet(recording.MaxUnavailable);
        bool rollsBack = changed is { Template: "Working", Note: "rollback" };
        Dictionary<int, ReplicaCondition> members = changed.Members.ToDictionary(
            member => int.Parse(member.Key, CultureInfo.InvariantCulture), member => Enum.Parse<ReplicaCondition>(member.Value));
        foreach ((int ordinal, ReplicaCondition condition) in given.Replicas)
        {
            members.TryAdd(ordinal, condition);
        }

        var options = new ScaleOptions
        {
            Replicas = members,
            Template = rollsBack ? TemplateChange.RolledBack : Enum.Parse<TemplateChange>(changed.Template),
            Recreate = changed.Recreate,
            Kubernetes = recording.HasGate ? new KubernetesVersion(1, 37) : KubernetesVersion.Default,
            EndWhereStuck = true,
            KeptClaims = plan is null || !changed.Chain ? _before?.Claims.ToArray() ?? [] : null,
        };
        return changed.Kind != "between" ? plan!.ThenDeletion(Enum.Parse<DeletionPropagation>(changed.Kind), options)
            : changed.Phases[0].Act == "create" && plan is null ? ScalePlan.Creation(after, options)
            : plan is { Changes: [.., { IsDeletion: true }] } ? plan.ThenCreation(after, options)
            : changed.Chain ? plan!.Then(after, options)
            : ScalePlan.Between(before, after, options);
    }

    private static IEnumerable<int> NotReadyAgain(RecordedPhase recorded, ScalePhase planned)
    {
        HashSet<int> broken = [.. planned.End.Pods.Where(pod => pod.Condition != ReplicaCondition.Ready).Select(pod => pod.Pod.Ordinal)];
        return recorded.Events
            .Where(one => one is { IsPod: true, Op: "create", Own: true })
            .Where(one => recorded.After.Pods.Contains(one.Name) && !recorded.After.Ready.Contains(one.Name) && !broken.Contains(one.Ordinal))
            .Select(one => one.Ordinal)
            .Distinct();
    }
}

/// <summary>A phase of a recording beside the plan's.</summary>
/// <param name="Place">File, scenario, change and phase.</param>
/// <param name="Act">What began it.</param>
/// <param name="Differences">What differs, each with its kind before a colon.</param>
/// <param name="Both">Both in few words.</param>
internal sealed record ReplayedPhase(string Place, string Act, IReadOnlyList<string> Differences, string Both);
