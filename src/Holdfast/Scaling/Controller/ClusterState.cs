using System.Collections.Immutable;

namespace Holdfast;

/// <summary>What a plan imagines the cluster to hold of a set, between two steps.</summary>
internal sealed record ClusterState
{
    public static ClusterState Empty { get; } = new();

    /// <summary>The pods that are there, by ordinal.</summary>
    public ImmutableSortedDictionary<int, SimulatedPod> Pods { get; init; } = ImmutableSortedDictionary<int, SimulatedPod>.Empty;

    /// <summary>What is known of claims; of one that is not in here it is not known whether it exists.</summary>
    public ImmutableDictionary<(int Ordinal, string Template), SimulatedClaim> Claims { get; init; } =
        ImmutableDictionary<(int Ordinal, string Template), SimulatedClaim>.Empty;

    /// <summary>Ordinals whose next pods do not become Ready.</summary>
    public ImmutableHashSet<int> NeverReady { get; init; } = [];

    /// <summary>Ordinals of which a claim is being deleted and does not go.</summary>
    public ImmutableHashSet<int> HeldClaims { get; init; } = [];

    /// <summary>The template of members below the partition, <c>status.currentRevision</c>.</summary>
    public int CurrentRevision { get; init; }

    /// <summary>The template of all others, <c>status.updateRevision</c>.</summary>
    public int UpdateRevision { get; init; }

    /// <summary>Whether pods of the <see cref="UpdateRevision"/> do not become Ready.</summary>
    public bool UpdateIsBroken { get; init; }

    public bool HasTwoTemplates => CurrentRevision != UpdateRevision || Pods.Values.Any(pod => pod.IsOwn && pod.Revision != UpdateRevision);

    public int ReadyMembers => Pods.Values.Count(pod => pod.Phase == PodPhase.Ready);

    /// <summary>A set whose members are all there and Ready.</summary>
    public static ClusterState Of(StatefulSetInfo set)
    {
        ClusterState state = new()
        {
            Pods = set.Pods.ToImmutableSortedDictionary(pod => pod.Ordinal, pod => NewPod(pod, PodPhase.Ready, 0)),
        };
        return set.Pods.Aggregate(state, (soFar, pod) => soFar.WithClaims(pod));
    }

    public static SimulatedPod NewPod(Pod pod, PodPhase phase, int revision) =>
        new(pod, phase, revision) { ClaimTemplates = pod.Set.ClaimTemplates };

    public ClusterState With(SimulatedPod pod) => this with { Pods = Pods.SetItem(pod.Pod.Ordinal, pod) };

    public ClusterState Without(int ordinal) => this with { Pods = Pods.Remove(ordinal) };

    /// <summary>The claims of a pod are there, with the owner that its set's policy asks for.</summary>
    public ClusterState WithClaims(Pod pod) => this with
    {
        Claims = Claims.SetItems(Keys(pod).Select(key => KeyValuePair.Create(key, Owned(pod.Set)))),
    };

    /// <summary>The claims of a pod are gone, those that were there.</summary>
    public ClusterState WithoutClaims(Pod pod) => this with
    {
        Claims = Claims.SetItems(Keys(pod).Select(key => KeyValuePair.Create(key, new SimulatedClaim(Exists: false, OwnedBySet: false)))),
    };

    public SimulatedClaim? FindClaim(Pod pod, string template) => Claims.GetValueOrDefault((pod.Ordinal, template));

    private static SimulatedClaim Owned(StatefulSetInfo set) => new(Exists: true, set.ClaimsWhenDeleted == ClaimRetention.Delete);

    private static IEnumerable<(int Ordinal, string Template)> Keys(Pod pod) =>
        pod.Set.ClaimTemplates.Select(template => (pod.Ordinal, template));
}
