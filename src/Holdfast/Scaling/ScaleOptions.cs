using System.Collections.Immutable;

namespace Holdfast;

/// <summary>What a change of a <see cref="ScalePlan"/> depends on beside the declaration. Immutable.</summary>
public sealed record ScaleOptions
{
    private readonly ImmutableSortedDictionary<int, ReplicaCondition> _replicas = ImmutableSortedDictionary<int, ReplicaCondition>.Empty;
    private readonly int? _quorum;
    private readonly ImmutableSortedSet<string>? _keptClaims;
    private readonly KubernetesVersion? _kubernetes;

    /// <summary>
    /// How replicas are found when the change begins, by ordinal, where it is not the default: replicas that the set has
    /// are <see cref="ReplicaCondition.Ready"/>, all others are <see cref="ReplicaCondition.Missing"/>. A plan takes replicas that the
    /// set has before or after the change, pods that it knows to be there, and pods beyond them that are being deleted
    /// (the rest of an earlier scale-down). The dictionary is copied.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ordinal is negative.</exception>
    public IReadOnlyDictionary<int, ReplicaCondition> Replicas
    {
        get => _replicas;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Replicas));
            foreach (int ordinal in value.Keys)
            {
                Require.NotNegative(ordinal, "ordinal of a replica", nameof(Replicas));
            }

            _replicas = value.ToImmutableSortedDictionary();
        }
    }

    /// <summary>
    /// How many replicas must be Ready for the application to work, 1 or more. Left out, it is the majority of all replicas
    /// that the set has before or after the change: a cluster that does not know that a replica has left still counts it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? Quorum
    {
        get => _quorum;
        init => _quorum = value is not < 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Quorum), value, $"A quorum is 1 or more replicas, but is {Describe.Number(value.Value)}.");
    }

    /// <summary>
    /// The names of all claims of the set that the cluster holds beside those of its replicas, such as <c>data-orders-3</c> that an earlier
    /// scale-down kept. Left out, this is not known, and a plan says "created, or bound again". The list is copied.
    /// </summary>
    /// <exception cref="ArgumentNullException">A name is null.</exception>
    public IReadOnlyCollection<string>? KeptClaims
    {
        get => _keptClaims;
        init
        {
            foreach (string name in value ?? [])
            {
                ArgumentNullException.ThrowIfNull(name, nameof(KeptClaims));
            }

            _keptClaims = value?.ToImmutableSortedSet(StringComparer.Ordinal);
        }
    }

    /// <summary>
    /// The cluster's version. Where it is not set, the set's own <see cref="StatefulSetInfo.Kubernetes"/> counts, and
    /// <see cref="KubernetesVersion.Default"/>, 1.36, without one. What the controller does with <c>maxUnavailable</c>, and with Parallel
    /// sets that are updated, depends on it.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public KubernetesVersion Kubernetes
    {
        get => _kubernetes ?? KubernetesVersion.Default;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Kubernetes));
            _kubernetes = value;
        }
    }

    /// <summary>The version that a plan for a set is made for.</summary>
    internal KubernetesVersion KubernetesOf(StatefulSetInfo set) => _kubernetes ?? set.Kubernetes ?? KubernetesVersion.Default;

    /// <summary>Whether the pod template changes as well; default <see cref="TemplateChange.None"/>.</summary>
    public TemplateChange Template { get; init; }

    /// <summary>
    /// Whether something changes that cannot be changed in place and that a <see cref="StatefulSetInfo"/> does not tell: the
    /// size or class of a claim template. A change of the Service, the pod management policy or the names of
    /// claim templates need not be set here.
    /// </summary>
    public bool Recreate { get; init; }

    /// <summary>
    /// Whether the plan ends where nothing more happens by itself; default <see langword="false"/>: it goes on as after the first
    /// of the <see cref="ScaleBlock.WaysOut"/>.
    /// </summary>
    public bool EndWhereStuck { get; init; }
}
