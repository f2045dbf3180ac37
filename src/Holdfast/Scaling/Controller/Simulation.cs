using System.Collections.Immutable;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// Lets the controller work, in imagination, until nothing happens by itself any more, and writes down each step: one phase of a
/// plan. Time passes only when the controller waits for it or has nothing else to do.
/// </summary>
internal sealed class Simulation
{
    private readonly ScaleFigures _figures;
    private readonly KubernetesVersion _version;
    private readonly List<ScaleStep> _steps = [];

    /// <summary>Pods that the controller waited for, since the last step.</summary>
    private readonly List<Pod> _awaited = [];

    /// <summary>Pods that went in this phase, and no step has waited for them yet.</summary>
    private readonly Dictionary<int, Pod> _left = [];

    /// <summary>The templates of pods that went in this phase, by ordinal.</summary>
    private readonly Dictionary<int, int> _templates = [];

    /// <summary>Ordinals of which a step has said that their claims go.</summary>
    private readonly HashSet<int> _announced = [];
    private StatefulSetInfo _set;
    private ClusterState _state;

    /// <summary>Begins with what the controller finds.</summary>
    /// <param name="set">The set that the controller is given.</param>
    /// <param name="state">What it finds.</param>
    /// <param name="figures">What steps are counted against.</param>
    /// <param name="version">The version of Kubernetes.</param>
    public Simulation(StatefulSetInfo set, ClusterState state, ScaleFigures figures, KubernetesVersion version)
    {
        _set = set;
        _state = state;
        _figures = figures;
        _version = version;
    }

    /// <summary>An action by hand that changes no pod.</summary>
    public void DoByHand(string what, params string[] commands) => Add(None, step => step with { ByHand = what, Commands = commands });

    /// <summary>
    /// The controller replaces what has failed the moment that it fails, so it has begun with that when the change reaches it. Observed
    /// on 1.36: a failed replica goes before those that a scale-down takes first.
    /// </summary>
    public void DeleteFailed(StatefulSetInfo before)
    {
        ImmutableArray<int> failed = ControllerRule.Failed(before, _state);
        if (!failed.IsEmpty)
        {
            PodSet below = before.PodManagementPolicy == PodManagementPolicy.Parallel
                ? None
                : before.WithReplicas(failed[0] - before.OrdinalStart).Pods;
            Act(new Move.Act([], failed) { WaitsForReady = below });
        }
    }

    /// <summary>An action by hand.</summary>
    public void Help(ScaleHelp help, IReadOnlyList<ScaleBlock> stuck)
    {
        (string text, string[] commands) = ScaleHelpText.Of(help, _set);
        SimulatedPod? pod = help.Ordinal is { } ordinal ? _state.Pods.GetValueOrDefault(ordinal) : null;
        bool deletes = help.Kind == ScaleHelpKind.DeletePod && pod is { IsOwn: true, IsEnding: false };
        ImmutableArray<ScaledClaim> claims = deletes ? ClaimsOfDeleted(pod!, byController: false) : [];
        Helped(help, pod);
        Add(None, step => step with
        {
            ByHand = text,
            Commands = commands,
            Stuck = stuck,
            Deletes = deletes ? [pod!.Pod] : [],
            Claims = claims,
        });
    }

    /// <summary>Everything is deleted with the set, by the garbage collector, in no order; claims only as far as the set or a pod that goes owns them.</summary>
    public void DeleteSet()
    {
        ImmutableArray<SimulatedPod> pods = [.. _state.Own.Select(ordinal => _state.Pods[ordinal]).Where(pod => !pod.IsEnding)];
        ImmutableArray<ScaledClaim> claims =
        [
            .. _state.Claims
                .Where(claim => claim.Value.Exists)
                .Select(claim => Claim(
                    new Pod(_set, claim.Key.Ordinal),
                    claim.Key.Template,
                    claim.Value.Owner == ClaimOwner.None ? ClaimOutcome.Kept : ClaimOutcome.Deleted)),
        ];
        foreach (SimulatedPod pod in pods)
        {
            _state = _state.With(pod with { Phase = PodPhase.Terminating });
        }

        Add(None, step => step with { Deletes = [.. pods.Select(pod => pod.Pod)], Claims = claims });
    }

    /// <summary>What is being deleted with the set goes, and a claim only after its pod.</summary>
    public ScalePhase EndDeletion(ScaleHelp? help = null)
    {
        foreach (int ordinal in Ordinals(PodPhase.Terminating))
        {
            _state = _state.Without(ordinal);
        }

        foreach (int ordinal in _state.Claims.Keys.Select(key => key.Ordinal).Distinct().Where(ordinal => !_state.Own.Contains(ordinal)).ToArray())
        {
            _state = _state.WithoutClaims(ordinal, ClaimOwner.Set).WithoutClaims(ordinal, ClaimOwner.Pod);
        }

        ImmutableArray<Move.Blocked> held = [.. Ordinals(PodPhase.Held).Select(ordinal => new Move.Blocked(BlockCause.NotGone, [ordinal]))];
        return End(help, held);
    }

    /// <summary>Pods and claims have lost their owner and stay as they are.</summary>
    public ScalePhase EndOrphaning(ScaleHelp? help = null) => End(help, []);

    /// <summary>The controller works until nothing happens by itself.</summary>
    public ScalePhase Run(ScaleHelp? help = null)
    {
        ControllerStep step;
        do
        {
            step = ControllerStep.Of(_set, _state, _version);
            _state = step.Found;
        }
        while (Take(step.Move));

        return End(help, ControllerRule.Blocks(_set, _state, _version));
    }

    private PodSet None => _set.WithReplicas(0).Pods;

    private ScalePhase End(ScaleHelp? help, ImmutableArray<Move.Blocked> blocks) =>
        new(_set, help, _steps, [.. blocks.Select(block => ScaleBlocks.Of(block, _set, _state, _version))], _state);

    /// <summary>Whether anything happened.</summary>
    private bool Take(Move? move)
    {
        switch (move)
        {
            case Move.Act act:
                Act(act);
                return true;
            case Move.AwaitGone gone:
                foreach (int ordinal in gone.Ordinals)
                {
                    _awaited.Add(_state.Pods[ordinal].Pod);
                    Go(ordinal);
                }

                return true;
            case Move.AwaitReady ready:
                foreach (int ordinal in ready.Ordinals)
                {
                    BecomeReady(ordinal);
                }

                return true;
            default:
                return LetTimePass();
        }
    }

    /// <summary>The controller waits for nothing that moves by itself, so all that does comes to its end.</summary>
    private bool LetTimePass()
    {
        ImmutableArray<int> starting = Ordinals(PodPhase.Starting);
        ImmutableArray<int> ending = Ordinals(PodPhase.Terminating);
        foreach (int ordinal in starting)
        {
            BecomeReady(ordinal);
        }

        foreach (int ordinal in ending)
        {
            _left[ordinal] = _state.Pods[ordinal].Pod;
            Go(ordinal);
        }

        // Claims go a little after the last of the pods that go. That does not wake the controller; a pod that becomes Ready after it does.
        ImmutableSortedSet<int> claims = ending.IsEmpty ? _state.DyingClaims : [];
        _state = ControllerStep.ClaimsGone(_set, _state, claims);
        _state = starting.IsEmpty ? _state : _state with { Unnoticed = [] };
        return starting.Length + ending.Length > 0;
    }

    private void Act(Move.Act act)
    {
        bool twoTemplates = _state.HasTwoTemplates
            || act.Creates.Any(ordinal => _templates.TryGetValue(ordinal, out int template) && template != _state.UpdateTemplate);
        ImmutableArray<Pod> creates = [.. act.Creates.Select(ordinal => new Pod(_set, ordinal))];
        ImmutableArray<SimulatedPod> deletes = [.. act.Deletes.Select(ordinal => _state.Pods[ordinal])];
        ImmutableArray<Pod> claimed = [.. act.Claims.Select(ordinal => new Pod(_set, ordinal))];
        ImmutableArray<ScaledClaim> claims =
        [
            .. creates.SelectMany(pod => ClaimsOfCreated(pod)),
            .. claimed.SelectMany(pod => ClaimsOfCreated(pod).Where(claim => claim.Outcome != ClaimOutcome.BoundAgain)),
            .. deletes.SelectMany(pod => ClaimsOfDeleted(pod, byController: true)),
        ];

        _state = ControllerStep.Done(_set, _state, act);
        Add(act.WaitsForReady, step => step with
        {
            Creates = creates,
            Deletes = [.. deletes.Select(pod => pod.Pod)],
            FromNewTemplate = twoTemplates ? [.. creates.Where(pod => !GetsOldTemplate(pod))] : [],
            FromOldTemplate = twoTemplates ? [.. creates.Where(GetsOldTemplate)] : [],
            RollsBack = _state.IsRolledBack,
            Claims = claims,
        });
    }

    private bool GetsOldTemplate(Pod pod) => ControllerRule.GetsOldTemplate(_set, pod.Ordinal) && _state.CurrentTemplate != _state.UpdateTemplate;

    private void Go(int ordinal)
    {
        SimulatedPod pod = _state.Pods[ordinal];
        _state = ControllerStep.Gone(_set, _state, ordinal);
        _templates[ordinal] = pod.Template;
        if (_state.DyingClaims.Contains(ordinal) && _announced.Add(ordinal))
        {
            ImmutableArray<ScaledClaim> claims = ClaimsOf(pod, ClaimOutcome.Deleted);
            _steps.Add(new StepDraft { Claims = claims }.Finish(None, [pod.Pod], _figures, _state.Ready.Count));
        }
    }

    private void BecomeReady(int ordinal) => _state = _state.With(_state.Pods[ordinal] with { Phase = PodPhase.Ready });

    private void Helped(ScaleHelp help, SimulatedPod? pod)
    {
        switch (help.Kind)
        {
            case ScaleHelpKind.MakeReady when pod is { Phase: PodPhase.Unready or PodPhase.Starting }:
                BecomeReady(pod.Pod.Ordinal);
                break;
            case ScaleHelpKind.MakeReady when pod is null:
                _state = _state with { NeverReady = _state.NeverReady.Remove(help.Ordinal!.Value) };
                break;
            case ScaleHelpKind.DeletePod when pod is { IsOwn: true, IsEnding: false }:
            case ScaleHelpKind.Release or ScaleHelpKind.Force when pod is { IsOwn: true }:
                _state = _state.With(pod with { Phase = PodPhase.Terminating });
                break;
            case ScaleHelpKind.FreeName when pod is { IsOwn: false }:
                _state = _state.Without(pod.Pod.Ordinal);
                break;
            case ScaleHelpKind.FreeClaim when _state.HeldClaims.Contains(help.Ordinal!.Value):
                _state = (_state with { HeldClaims = _state.HeldClaims.Remove(help.Ordinal!.Value) })
                    .WithoutClaim(help.Ordinal.Value, _set.ClaimTemplates.FirstOrDefault());
                break;
            case ScaleHelpKind.Apply:
                _set = help.Set ?? _set;
                _state = StartingState.Told(_state, _set, help.Template);
                break;
        }

        // Whatever is done to a pod or the set makes the controller look again.
        _state = _state with { Unnoticed = [] };
    }

    private ImmutableArray<int> Ordinals(PodPhase phase) =>
        [.. (phase == PodPhase.Ready ? _state.Ready : _state.NotReady).Where(ordinal => _state.Pods[ordinal].Phase == phase)];

    private IEnumerable<ScaledClaim> ClaimsOfCreated(Pod pod) =>
        _set.ClaimTemplates.Select(template => Claim(pod, template, Outcome(pod, template)));

    private ClaimOutcome Outcome(Pod pod, string template) => _state.FindClaim(pod.Ordinal, template) switch
    {
        null => ClaimOutcome.CreatedOrBoundAgain,
        { Exists: true } => ClaimOutcome.BoundAgain,
        _ => ClaimOutcome.Created,
    };

    /// <summary>Only a scale-down deletes claims; a pod that is replaced finds its own again, whatever the policy.</summary>
    private ImmutableArray<ScaledClaim> ClaimsOfDeleted(SimulatedPod pod, bool byController)
    {
        int ordinal = pod.Pod.Ordinal;
        bool goes = byController
            ? ClaimOwners.Of(_set, ordinal) == ClaimOwner.Pod
            : _set.ClaimTemplates.Any(template => _state.FindClaim(ordinal, template)?.Owner == ClaimOwner.Pod);
        if (goes)
        {
            _announced.Add(ordinal);
        }

        return ClaimsOf(pod, goes ? ClaimOutcome.Deleted : ClaimOutcome.Kept);
    }

    private ImmutableArray<ScaledClaim> ClaimsOf(SimulatedPod pod, ClaimOutcome outcome) =>
    [
        .. pod.ClaimTemplates
            .Where(template => _state.FindClaim(pod.Pod.Ordinal, template) is { Exists: true })
            .Select(template => Claim(pod.Pod, template, _set.ClaimTemplates.Contains(template) ? outcome : ClaimOutcome.Kept)),
    ];

    private static ScaledClaim Claim(Pod pod, string template, ClaimOutcome outcome) =>
        new(pod, KubernetesNames.Claim(template, pod.Set.Name, pod.Ordinal), outcome);

    private void Add(PodSet waitsForReady, Func<StepDraft, StepDraft> fill)
    {
        StepDraft draft = fill(new StepDraft());
        foreach (Pod pod in draft.Creates)
        {
            if (_left.Remove(pod.Ordinal, out Pod? predecessor))
            {
                _awaited.Add(predecessor);
            }
        }

        _steps.Add(draft.Finish(waitsForReady, _awaited, _figures, _state.Ready.Count));
        _awaited.Clear();
    }
}
