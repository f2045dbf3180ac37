using System.Collections.Immutable;
using Holdfast.WellKnown;

namespace Holdfast.Local.Control;

/// <summary>
/// The StatefulSet controller of a local cluster: it keeps what is reported about pods and claims, and takes the steps of
/// <see cref="ControllerStep"/>, the same function that plans are made with. Not safe for several threads; a set has one that calls it.
/// </summary>
internal sealed class SetController
{
    private readonly KubernetesVersion _version;
    private readonly ISetRunner _runner;

    /// <summary>A set that does not exist yet.</summary>
    /// <param name="set">The set.</param>
    /// <param name="version">The version of Kubernetes.</param>
    /// <param name="runner">What does to pods and claims what is decided.</param>
    /// <param name="claims">The names of claims that are there.</param>
    public SetController(StatefulSetInfo set, KubernetesVersion version, ISetRunner runner, IReadOnlyCollection<string> claims)
    {
        _version = version;
        _runner = runner;
        Set = set;
        State = StartingState.Found(ClusterState.OfNew(isBroken: false), set.WithReplicas(0), new ScaleOptions { KeptClaims = claims }).ComparedWith(set);
    }

    public StatefulSetInfo Set { get; private set; }

    public ClusterState State { get; private set; }

    /// <summary>What the controller waits for; null where nothing is left to do.</summary>
    public Move? Waiting { get; private set; }

    /// <summary>Whether the set itself is deleted.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>
    /// Whether all members are there and available, with the template that they should have, and claims that are to go are gone; of a set that is
    /// deleted, whether nothing of it is left but claims that stay.
    /// </summary>
    public bool IsSettled => IsDeleted
        ? State.Own.IsEmpty && !State.Claims.Values.Any(claim => claim.Exists && claim.Owner != ClaimOwner.None)
        : Waiting is null && State.NotReady.IsEmpty && State.Own.Count == Set.Replicas && State.DyingClaims.IsEmpty;

    /// <summary>The set is different, or has another template.</summary>
    public void Apply(StatefulSetInfo set, TemplateChange template)
    {
        if (IsDeleted)
        {
            throw new LocalClusterException($"StatefulSet \"{Set.Name}\" is deleted, so it cannot be changed. Start another local cluster; claims that stay are found again in a folder that is kept.");
        }

        ImmutableArray<string> immutable = ImmutableFields.Between(Set, set, new ScaleOptions());
        if (!immutable.IsEmpty)
        {
            throw new LocalClusterException(
                $"StatefulSet \"{Set.Name}\" would get another {string.Join(" and another ", immutable)}, which the API server refuses for a set that exists. Start a "
                + "new local cluster with it; claims are found again in a folder that is kept.");
        }

        State = StartingState.Told(State, set, template);
        Set = set;
        Sync();
    }

    /// <summary>A pod has become available, or is so no longer.</summary>
    public void Observe(int ordinal, bool isAvailable)
    {
        if (!IsDeleted && State.Pods.TryGetValue(ordinal, out SimulatedPod? pod) && !pod.IsEnding)
        {
            State = State.With(pod with { Phase = isAvailable ? PodPhase.Ready : PodPhase.Starting });
            Noticed();
        }
    }

    /// <summary>A pod is deleted by hand.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Delete(int ordinal)
    {
        if (!State.Pods.TryGetValue(ordinal, out SimulatedPod? pod) || pod.IsEnding)
        {
            return false;
        }

        State = ControllerStep.Deleted(State, ordinal);
        _runner.Stop(pod.Pod);
        Noticed();
        return true;
    }

    /// <summary>The set is deleted: the garbage collector deletes its pods at once, and then the claims that it or its pods own.</summary>
    public void DeleteSet()
    {
        IsDeleted = true;
        Waiting = null;
        foreach (SimulatedPod pod in State.Own.Select(ordinal => State.Pods[ordinal]).Where(pod => !pod.IsEnding).ToArray())
        {
            State = ControllerStep.Deleted(State, pod.Pod.Ordinal);
            _runner.Stop(pod.Pod);
        }

        foreach (int ordinal in State.Claims.Keys.Select(key => key.Ordinal).Distinct().Where(ordinal => !State.Own.Contains(ordinal)).ToArray())
        {
            DeleteOwned(ordinal);
        }
    }

    /// <summary>A pod that was being deleted is gone.</summary>
    public void Gone(int ordinal)
    {
        if (!State.Pods.ContainsKey(ordinal))
        {
            return;
        }

        if (IsDeleted)
        {
            State = State.Without(ordinal);
            DeleteOwned(ordinal);
            return;
        }

        State = ControllerStep.Gone(Set, State, ordinal);
        if (State.DyingClaims.Contains(ordinal))
        {
            _runner.DeleteClaims(ordinal, Claims(ordinal, ClaimOwner.Pod));
        }

        Noticed();
    }

    /// <summary>The claims of a pod that is gone are gone, too.</summary>
    public void ClaimsGone(int ordinal) => State = IsDeleted
        ? State.WithoutClaims(ordinal, ClaimOwner.Set).WithoutClaims(ordinal, ClaimOwner.Pod)
        : ControllerStep.ClaimsGone(Set, State, [ordinal]);

    /// <summary>Something about the set changes, so that the controller looks at it.</summary>
    public void Touch() => Noticed();

    /// <summary>Takes steps until it has to wait.</summary>
    public void Sync()
    {
        if (IsDeleted)
        {
            return;
        }

        ControllerStep step;
        do
        {
            step = ControllerStep.Of(Set, State, _version);
            State = step.Left;
            if (step.Move is Move.Act act)
            {
                Act(step.Found, act);
            }
        }
        while (step.Move is Move.Act);
        Waiting = step.Move;
    }

    private void Noticed()
    {
        State = State with { Unnoticed = [] };
        Sync();
    }

    private void Act(ClusterState found, Move.Act act)
    {
        foreach (int ordinal in act.Claims)
        {
            _runner.CreateClaims([.. Named(ordinal).Where(claim => found.FindClaim(ordinal, claim.Template) is not { Exists: true }).Select(claim => claim.Name)]);
        }

        foreach (int ordinal in act.Creates)
        {
            _runner.Start(
                State.Pods[ordinal].Pod,
                State.Pods[ordinal].Template,
                [.. Named(ordinal).Select(claim => (claim.Name, IsNew: found.FindClaim(ordinal, claim.Template) is not { Exists: true }))]);
        }

        foreach (int ordinal in act.Deletes)
        {
            _runner.Stop(found.Pods[ordinal].Pod);
        }
    }

    private void DeleteOwned(int ordinal)
    {
        string[] claims = [.. Claims(ordinal, ClaimOwner.Set), .. Claims(ordinal, ClaimOwner.Pod)];
        if (claims.Length > 0)
        {
            _runner.DeleteClaims(ordinal, claims);
        }
    }

    private IEnumerable<(string Template, string Name)> Named(int ordinal) =>
        Set.ClaimTemplates.Select(template => (template, KubernetesNames.Claim(template, Set.Name, ordinal)));

    private string[] Claims(int ordinal, ClaimOwner owner) =>
        [.. Named(ordinal).Where(claim => State.FindClaim(ordinal, claim.Template) is { Exists: true } found && found.Owner == owner).Select(claim => claim.Name)];
}
