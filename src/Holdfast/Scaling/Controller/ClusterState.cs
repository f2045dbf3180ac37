using System.Collections.Immutable;

namespace Holdfast;

/// <summary>
/// What a plan imagines the cluster to hold of a set, between two steps. Immutable. The sets of ordinals beside
/// <see cref="Pods"/> are kept with it, so that the controller's rule need not look at every pod each time.
/// </summary>
internal sealed record ClusterState
{
    /// <summary>The template that a set runs when a plan begins.</summary>
    public const int FirstTemplate = 0;

    private const int TemplateBeforeFirst = FirstTemplate - 1;

    public static ClusterState Empty { get; } = new();

    /// <summary>The pods that are there, by ordinal, and those that hold the names of replicas.</summary>
    public ImmutableSortedDictionary<int, SimulatedPod> Pods { get; private init; } = ImmutableSortedDictionary<int, SimulatedPod>.Empty;

    /// <summary>The set's own pods.</summary>
    public ImmutableSortedSet<int> Own { get; private init; } = [];

    /// <summary>Those of them that are Ready.</summary>
    public ImmutableSortedSet<int> Ready { get; private init; } = [];

    /// <summary>Those of them that are not.</summary>
    public ImmutableSortedSet<int> NotReady { get; private init; } = [];

    /// <summary>Those of them that are not made from <see cref="UpdateTemplate"/>.</summary>
    public ImmutableSortedSet<int> Outdated { get; private init; } = [];

    /// <summary>Those of them that lack a volume for a claim template of the set.</summary>
    public ImmutableSortedSet<int> Misfits { get; private init; } = [];

    /// <summary>Those of them whose claims have an owner that the set's policy does not ask for.</summary>
    public ImmutableSortedSet<int> Misowned { get; private init; } = [];

    /// <summary>What is known of claims.</summary>
    public ImmutableDictionary<(int Ordinal, string Template), SimulatedClaim> Claims { get; init; } =
        ImmutableDictionary<(int Ordinal, string Template), SimulatedClaim>.Empty;

    /// <summary>Whether a claim that is not in <see cref="Claims"/> is known not to exist.</summary>
    public bool KnowsAllClaims { get; init; }

    /// <summary>Ordinals whose next pod does not become Ready.</summary>
    public ImmutableHashSet<int> NeverReady { get; init; } = [];

    /// <summary>Ordinals of which the claim of the first template is being deleted and does not go.</summary>
    public ImmutableHashSet<int> HeldClaims { get; init; } = [];

    /// <summary>Ordinals whose claims go because their pod, which owned them, is gone.</summary>
    public ImmutableSortedSet<int> DyingClaims { get; init; } = [];

    /// <summary>Ordinals whose claims have gone since the controller last looked, and nothing makes it look again.</summary>
    public ImmutableSortedSet<int> Unnoticed { get; init; } = [];

    /// <summary>The template of replicas below the partition, <c>status.currentRevision</c>.</summary>
    public int CurrentTemplate { get; init; }

    /// <summary>The templates that the set has had, the latest last: <c>status.updateRevision</c>.</summary>
    public ImmutableList<int> Templates { get; private init; } = [TemplateBeforeFirst, FirstTemplate];

    /// <summary>Templates whose pods do not become Ready.</summary>
    public ImmutableHashSet<int> BrokenTemplates { get; init; } = [];

    public int UpdateTemplate => Templates[^1];

    /// <summary>Whether the template is one that the set had before.</summary>
    public bool IsRolledBack => Templates.Any(template => template > UpdateTemplate);

    public bool HasTwoTemplates => CurrentTemplate != UpdateTemplate || Outdated.Count > 0;

    /// <summary>A set whose replicas are all there and Ready.</summary>
    public static ClusterState Of(StatefulSetInfo set)
    {
        ImmutableSortedSet<int> ordinals = [.. Enumerable.Range(set.OrdinalStart, set.Replicas)];
        SimulatedClaim claim = new(Exists: true, ClaimOwners.OfReplica(set));
        return new()
        {
            Pods = ordinals.ToImmutableSortedDictionary(ordinal => ordinal, ordinal => NewPod(new Pod(set, ordinal), PodPhase.Ready, FirstTemplate)),
            Own = ordinals,
            Ready = ordinals,
            Claims = ordinals
                .SelectMany(ordinal => set.ClaimTemplates.Select(template => (ordinal, template)))
                .ToImmutableDictionary(key => key, _ => claim),
        };
    }

    /// <summary>A set that is created where there was none.</summary>
    public static ClusterState OfNew(bool isBroken) => Empty with
    {
        Templates = [FirstTemplate],
        BrokenTemplates = isBroken ? [FirstTemplate] : [],
    };

    public static SimulatedPod NewPod(Pod pod, PodPhase phase, int template) =>
        new(pod, phase, template) { ClaimTemplates = pod.Set.ClaimTemplates };

    public ClusterState With(SimulatedPod pod)
    {
        int ordinal = pod.Pod.Ordinal;
        return this with
        {
            Pods = Pods.SetItem(ordinal, pod),
            Own = Mark(Own, ordinal, pod.IsOwn),
            Ready = Mark(Ready, ordinal, pod.Phase == PodPhase.Ready),
            NotReady = Mark(NotReady, ordinal, pod.IsOwn && pod.Phase != PodPhase.Ready),
            Outdated = Mark(Outdated, ordinal, pod.IsOwn && pod.Template != UpdateTemplate),
            Misfits = pod.IsOwn ? Misfits : Misfits.Remove(ordinal),
            Misowned = pod.IsOwn ? Misowned : Misowned.Remove(ordinal),
        };
    }

    public ClusterState Without(int ordinal) => this with
    {
        Pods = Pods.Remove(ordinal),
        Own = Own.Remove(ordinal),
        Ready = Ready.Remove(ordinal),
        NotReady = NotReady.Remove(ordinal),
        Outdated = Outdated.Remove(ordinal),
        Misfits = Misfits.Remove(ordinal),
        Misowned = Misowned.Remove(ordinal),
    };

    /// <summary>The set has a new template, or again one that it had.</summary>
    public ClusterState WithTemplate(int template) => (this with { Templates = Templates.Remove(template).Add(template) }).WithOutdated();

    /// <summary>The controller gets a set, which decides whether pods have the volumes, and claims the owners, that they should have.</summary>
    public ClusterState ComparedWith(StatefulSetInfo set)
    {
        ClusterState state = this with { Misfits = [.. Own.Where(ordinal => !Pods[ordinal].Fits(set))] };
        return state with { Misowned = [.. Own.Where(ordinal => !ClaimOwners.AreRight(set, state, ordinal))] };
    }

    public ClusterState WithMisowned(ImmutableSortedSet<int> misowned) => this with { Misowned = misowned };

    /// <summary>The claims of a pod are there.</summary>
    public ClusterState WithClaims(Pod pod, ClaimOwner owner) => this with
    {
        Claims = Claims.SetItems(Keys(pod).Select(key => KeyValuePair.Create(key, new SimulatedClaim(Exists: true, owner)))),
    };

    /// <summary>One claim is there, if it is not.</summary>
    public ClusterState WithClaim(int ordinal, string? template, ClaimOwner owner) => template is null || FindClaim(ordinal, template) is { Exists: true }
        ? this
        : this with { Claims = Claims.SetItem((ordinal, template), new SimulatedClaim(Exists: true, owner)) };

    /// <summary>One claim is gone.</summary>
    public ClusterState WithoutClaim(int ordinal, string? template) => template is null
        ? this
        : this with { Claims = Claims.SetItem((ordinal, template), new SimulatedClaim(Exists: false, ClaimOwner.None)) };

    /// <summary>The claims of an ordinal are gone, all of them or those of an owner.</summary>
    public ClusterState WithoutClaims(int ordinal, ClaimOwner? owner = null) => this with
    {
        Claims = Claims.SetItems(Claims
            .Where(claim => claim.Key.Ordinal == ordinal && (owner is null || claim.Value.Owner == owner))
            .Select(claim => KeyValuePair.Create(claim.Key, new SimulatedClaim(Exists: false, ClaimOwner.None)))),
    };

    /// <summary>The claim, or null where it is not known whether there is one.</summary>
    public SimulatedClaim? FindClaim(int ordinal, string template) =>
        Claims.GetValueOrDefault((ordinal, template)) ?? (KnowsAllClaims ? new SimulatedClaim(Exists: false, ClaimOwner.None) : null);

    public bool HasClaims(StatefulSetInfo set, int ordinal) =>
        set.ClaimTemplates.All(template => FindClaim(ordinal, template) is { Exists: true });

    private ClusterState WithOutdated() => this with { Outdated = [.. Own.Where(ordinal => Pods[ordinal].Template != UpdateTemplate)] };

    private static ImmutableSortedSet<int> Mark(ImmutableSortedSet<int> set, int ordinal, bool isIn) => isIn ? set.Add(ordinal) : set.Remove(ordinal);

    private static IEnumerable<(int Ordinal, string Template)> Keys(Pod pod) =>
        pod.Set.ClaimTemplates.Select(template => (pod.Ordinal, template));
}
