using System.Collections.Immutable;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// Lets the controller work, in imagination, until there is nothing left to do, and writes down each step. Time passes
/// only when the controller waits for it; where nothing happens by itself, somebody takes the first way out.
/// </summary>
internal sealed class Simulation
{
    private readonly StatefulSetInfo _set;
    private readonly int _members;
    private readonly int _quorum;
    private readonly List<ScaleStep> _steps = [];
    private readonly List<Pod> _gone = [];
    private ClusterState _state;
    private ScaleBlock? _block;

    /// <summary>Begins with what the controller finds.</summary>
    /// <param name="set">The set that the controller is told.</param>
    /// <param name="state">What it finds.</param>
    /// <param name="members">How many members the set has before or after the change.</param>
    /// <param name="quorum">How many of them must be Ready.</param>
    public Simulation(StatefulSetInfo set, ClusterState state, int members, int quorum)
    {
        _set = set;
        _state = state;
        _members = members;
        _quorum = quorum;
    }

    public IReadOnlyList<ScaleStep> Steps => _steps;

    /// <summary>The state once the change is finished.</summary>
    public ClusterState State => _state;

    /// <summary>Somebody does something that changes no pod.</summary>
    public void DoByHand(string what, params string[] commands) =>
        Add(_set.WithReplicas(0).Pods, step => step with { ByHand = what, Commands = commands });

    /// <summary>Everything is deleted with the set, by the garbage collector, in no order; claims only as far as the set owns them.</summary>
    public void DeleteSet()
    {
        ImmutableArray<SimulatedPod> pods = [.. _state.Pods.Values.Where(pod => pod.IsOwn)];
        ImmutableArray<ScaledClaim> claims =
        [
            .. _state.Claims
                .Where(claim => claim.Value.Exists)
                .Select(claim => Claim(
                    new Pod(_set, claim.Key.Ordinal),
                    claim.Key.Template,
                    claim.Value.OwnedBySet ? ClaimOutcome.Deleted : ClaimOutcome.Kept)),
        ];
        _state = _state with
        {
            Pods = _state.Pods.RemoveRange(pods.Select(pod => pod.Pod.Ordinal)),
            Claims = _state.Claims.SetItems(_state.Claims
                .Where(claim => claim.Value.OwnedBySet)
                .Select(claim => KeyValuePair.Create(claim.Key, new SimulatedClaim(Exists: false, OwnedBySet: false)))),
        };
        Add(_set.WithReplicas(0).Pods, step => step with { Deletes = [.. pods.Select(pod => pod.Pod)], Claims = claims });
    }

    public void Run()
    {
        while (ControllerRule.Next(_set, _state) is { } move)
        {
            Take(move);
        }

        if (_block is not null)
        {
            // Nothing is left to do, but what is in the way is part of the plan.
            Add(_set.WithReplicas(0).Pods, step => step);
        }

        Finish();
    }

    private void Take(Move move)
    {
        switch (move)
        {
            case Move.Act act:
                Act(act);
                break;
            case Move.MakeClaims claims:
                MakeClaims(new Pod(_set, claims.Ordinal));
                break;
            case Move.AwaitGone gone:
                foreach (int ordinal in gone.Ordinals)
                {
                    Go(ordinal);
                }

                break;
            case Move.AwaitReady ready:
                BecomeReady(ready.Ordinal);
                break;
            case Move.Blocked blocked:
                TakeWayOut(blocked);
                break;
        }
    }

    private void Act(Move.Act act)
    {
        bool twoTemplates = _state.HasTwoTemplates;
        ImmutableArray<Pod> creates = [.. act.Creates.Select(ordinal => new Pod(_set, ordinal))];
        ImmutableArray<SimulatedPod> deletes = [.. act.Deletes.Select(ordinal => _state.Pods[ordinal])];
        ImmutableArray<ScaledClaim> claims = [.. creates.SelectMany(ClaimsOfCreated), .. deletes.SelectMany(ClaimsOfDeleted)];

        foreach (Pod pod in creates)
        {
            _state = Created(pod);
        }

        foreach (SimulatedPod pod in deletes)
        {
            _state = Deleted(pod);
        }

        Add(act.WaitsForReady, step => step with
        {
            Creates = creates,
            Deletes = [.. deletes.Select(pod => pod.Pod)],
            FromNewTemplate = twoTemplates ? [.. creates.Where(pod => !GetsOldTemplate(pod))] : [],
            FromOldTemplate = twoTemplates ? [.. creates.Where(GetsOldTemplate)] : [],
            Claims = claims,
        });
    }

    private bool GetsOldTemplate(Pod pod) => ControllerRule.GetsOldTemplate(_set, pod.Ordinal) && _state.CurrentRevision != _state.UpdateRevision;

    private void MakeClaims(Pod pod)
    {
        ImmutableArray<ScaledClaim> claims =
        [
            .. _set.ClaimTemplates
                .Where(template => _state.FindClaim(pod, template) is not { Exists: true })
                .Select(template => Claim(pod, template, Outcome(pod, template))),
        ];
        _state = _state.WithClaims(pod);
        Add(_set.WithReplicas(pod.Index).Pods, step => step with { Claims = claims });
    }

    private ClusterState Created(Pod pod)
    {
        bool old = ControllerRule.GetsOldTemplate(_set, pod.Ordinal);
        bool broken = _state.UpdateIsBroken && (!old || _state.CurrentRevision == _state.UpdateRevision);
        PodPhase phase = broken || _state.NeverReady.Contains(pod.Ordinal) ? PodPhase.Unready : PodPhase.Starting;
        return _state
            .With(ClusterState.NewPod(pod, phase, old ? _state.CurrentRevision : _state.UpdateRevision))
            .WithClaims(pod);
    }

    private ClusterState Deleted(SimulatedPod pod) =>
        _state.With(pod with { Phase = PodPhase.Terminating, OwnsClaims = IsCondemned(pod.Pod) && _set.ClaimsWhenScaled == ClaimRetention.Delete });

    private void Go(int ordinal)
    {
        SimulatedPod pod = _state.Pods[ordinal];
        _state = _state.Without(ordinal);
        _state = pod.OwnsClaims ? _state.WithoutClaims(new Pod(_set, ordinal)) : _state;
        _gone.Add(pod.Pod);
    }

    private void BecomeReady(int ordinal) =>
        _state = _state.With(_state.Pods[ordinal] with { Phase = PodPhase.Ready }) with { NeverReady = _state.NeverReady.Remove(ordinal) };

    private void TakeWayOut(Move.Blocked blocked)
    {
        int ordinal = blocked.Ordinals[^1];
        _block = ScaleBlocks.Of(blocked, _set, _state);
        switch (blocked.Cause)
        {
            case BlockCause.NotGone:
                Go(ordinal);
                break;
            case BlockCause.NameTaken:
                _state = _state.Without(ordinal);
                break;
            case BlockCause.ClaimNotGone:
                _state = (_state with { HeldClaims = _state.HeldClaims.Remove(ordinal) }).WithoutClaims(new Pod(_set, ordinal));
                break;
            case BlockCause.BrokenTemplate:
                MendTemplate(_state.Pods[ordinal]);
                break;
            case BlockCause.VolumesDiffer:
                DeleteByHand(_state.Pods[ordinal]);
                break;
            default:
                BecomeReady(ordinal);
                break;
        }
    }

    private void MendTemplate(SimulatedPod pod)
    {
        _state = _state with { UpdateRevision = _state.UpdateRevision + 1, UpdateIsBroken = false };
        DoByHand("apply a template that works", Kubectl.Apply);

        bool byItself = _set.PodManagementPolicy == PodManagementPolicy.Parallel
            && _set.UpdateStrategy == UpdateStrategy.RollingUpdate
            && pod.Pod.Index >= _set.UpdatePartition;
        if (!byItself)
        {
            DeleteByHand(pod);
        }
    }

    private void DeleteByHand(SimulatedPod pod)
    {
        ImmutableArray<ScaledClaim> claims = [.. ClaimsOfDeleted(pod)];
        _state = Deleted(pod);
        Add(_set.WithReplicas(0).Pods, step => step with
        {
            ByHand = $"delete {pod.Pod.Name}",
            Commands = [Kubectl.DeletePod(pod.Pod)],
            Deletes = [pod.Pod],
            Claims = claims,
        });
    }

    /// <summary>What was created has become Ready, what was deleted is gone, and what was the new template is the template.</summary>
    private void Finish()
    {
        foreach (SimulatedPod pod in _state.Pods.Values)
        {
            if (pod.Phase == PodPhase.Starting)
            {
                BecomeReady(pod.Pod.Ordinal);
            }
            else if (pod.Phase == PodPhase.Terminating)
            {
                Go(pod.Pod.Ordinal);
            }
        }

        _gone.Clear();
        bool updated = _set.UpdateStrategy == UpdateStrategy.RollingUpdate
            && _state.Pods.Values.All(pod => pod.Phase == PodPhase.Ready && pod.Revision == _state.UpdateRevision);
        _state = updated ? _state with { CurrentRevision = _state.UpdateRevision } : _state;
    }

    private bool IsCondemned(Pod pod) => !_set.Pods.Contains(new Pod(_set, pod.Ordinal));

    private IEnumerable<ScaledClaim> ClaimsOfCreated(Pod pod) =>
        _set.ClaimTemplates.Select(template => Claim(pod, template, Outcome(pod, template)));

    private ClaimOutcome Outcome(Pod pod, string template) => _state.FindClaim(pod, template) switch
    {
        null => ClaimOutcome.CreatedOrBoundAgain,
        { Exists: true } => ClaimOutcome.BoundAgain,
        _ => ClaimOutcome.Created,
    };

    /// <summary>Only a scale-down deletes claims; a pod that is replaced finds its own again, whatever the policy.</summary>
    private IEnumerable<ScaledClaim> ClaimsOfDeleted(SimulatedPod pod)
    {
        bool deleted = IsCondemned(pod.Pod) && _set.ClaimsWhenScaled == ClaimRetention.Delete;
        return pod.ClaimTemplates
            .Where(template => _state.FindClaim(pod.Pod, template) is { Exists: true })
            .Select(template => Claim(
                pod.Pod, template, deleted && _set.ClaimTemplates.Contains(template) ? ClaimOutcome.Deleted : ClaimOutcome.Kept));
    }

    private static ScaledClaim Claim(Pod pod, string template, ClaimOutcome outcome) =>
        new(pod, KubernetesNames.Claim(template, pod.Set.Name, pod.Ordinal), outcome);

    private void Add(PodSet waitsForReady, Func<StepDraft, StepDraft> fill)
    {
        StepDraft draft = fill(new StepDraft());
        _steps.Add(draft.Finish(waitsForReady, _gone, _block, (_state.ReadyMembers, _members, _quorum)));
        _gone.Clear();
        _block = null;
    }
}
