using System.Collections.Immutable;
using System.ComponentModel;

namespace Holdfast;

/// <summary>
/// Everything that the names of a StatefulSet's pods, claims and DNS records are made of. Immutable; two are equal when all
/// their values are.
/// </summary>
public sealed class StatefulSetInfo : WorkloadInfo, IEquatable<StatefulSetInfo>
{
    private readonly string _serviceName;
    private readonly int _replicas = 1;
    private readonly int _ordinalStart;
    private readonly ImmutableArray<string> _claimTemplates = [];
    private readonly int _updatePartition;
    private readonly int _updateMaxUnavailable;
    private readonly int _updateMaxUnavailablePercent;
    private readonly int _minReadySeconds;
    private readonly int _terminationGracePeriodSeconds = 30;
    private PodSet? _pods;

    /// <summary>Describes a StatefulSet of the given name, with one replica from ordinal 0 on.</summary>
    /// <param name="name">
    /// The set's name, a DNS label: at most 63 lower-case letters, digits and <c>-</c>, with a letter or digit at both
    /// ends. (Beyond 52 characters the API server takes the name, but the controller cannot label the pods.)
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS label.</exception>
    public StatefulSetInfo(string name)
        : base(Require.DnsLabel(name, "StatefulSet name", nameof(name)))
    {
        _serviceName = name;
    }

    /// <summary>Describes a StatefulSet with a number of replicas, from ordinal 0 on, and the claim templates of its volumes.</summary>
    /// <param name="name">The set's name, a DNS label: at most 63 lower-case letters, digits and <c>-</c>, with a letter or digit at both ends.</param>
    /// <param name="replicas">The number of replicas, 0 or more.</param>
    /// <param name="claimTemplates">The names of the volume claim templates, DNS labels without duplicates, in the order of their declaration.</param>
    /// <exception cref="ArgumentNullException">A value, or a name in <paramref name="claimTemplates"/>, is null.</exception>
    /// <exception cref="ArgumentException">A name is not a DNS label, or a claim template is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="replicas"/> is negative.</exception>
    public StatefulSetInfo(string name, int replicas, params string[] claimTemplates)
        : this(name)
    {
        Replicas = replicas;
        ClaimTemplates = claimTemplates;
    }

    /// <summary>
    /// Describes a set like another one, except for what the initializer sets, as in
    /// <c>new StatefulSetInfo(set) { OrdinalStart = 10 }</c>.
    /// </summary>
    /// <param name="other">The other set.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public StatefulSetInfo(StatefulSetInfo other)
        : base(other)
    {
        _serviceName = other._serviceName;
        _replicas = other._replicas;
        _ordinalStart = other._ordinalStart;
        _claimTemplates = other._claimTemplates;
        PodManagementPolicy = other.PodManagementPolicy;
        ClaimsWhenScaled = other.ClaimsWhenScaled;
        ClaimsWhenDeleted = other.ClaimsWhenDeleted;
        UpdateStrategy = other.UpdateStrategy;
        _updatePartition = other._updatePartition;
        _updateMaxUnavailable = other._updateMaxUnavailable;
        _updateMaxUnavailablePercent = other._updateMaxUnavailablePercent;
        _minReadySeconds = other._minReadySeconds;
        Kubernetes = other.Kubernetes;
        _terminationGracePeriodSeconds = other._terminationGracePeriodSeconds;
    }

    /// <summary>
    /// The governing Service, Kubernetes' <c>spec.serviceName</c>, which must be headless: it gives each pod its DNS
    /// name. Default: the set's <see cref="WorkloadInfo.Name"/>. The empty string means none, and then pods have no DNS names.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value is neither empty nor a DNS label.</exception>
    public string ServiceName
    {
        get => _serviceName;
        init => _serviceName = value is "" ? "" : Require.DnsLabel(value, "Service name", nameof(ServiceName));
    }

    /// <summary>The number of replicas, 0 or more; default 1. Kubernetes: <c>spec.replicas</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    public int Replicas
    {
        get => _replicas;
        init
        {
            _replicas = Require.NotNegative(value, "number of replicas", nameof(Replicas));
            Require.Range(Name, _ordinalStart, value, nameof(Replicas));
        }
    }

    /// <summary>The ordinal of the first replica, 0 or more; default 0. Kubernetes: <c>spec.ordinals.start</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    public int OrdinalStart
    {
        get => _ordinalStart;
        init
        {
            _ordinalStart = Require.NotNegative(value, "first ordinal", nameof(OrdinalStart));
            Require.Range(Name, value, _replicas, nameof(OrdinalStart));
        }
    }

    /// <summary>Whether replicas start and stop one by one (default) or all at once.</summary>
    public PodManagementPolicy PodManagementPolicy { get; init; }

    /// <summary>
    /// The names of the volume claim templates, DNS labels without duplicates, in the order of their declaration; each
    /// replica has one claim for each. Default: none. The list is copied.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value, or a name in it, is null.</exception>
    /// <exception cref="ArgumentException">A name is not a DNS label, or is there twice.</exception>
    public IReadOnlyList<string> ClaimTemplates
    {
        get => _claimTemplates;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(ClaimTemplates));
            _claimTemplates = [.. value.Select(name => Require.DnsLabel(name, "claim template name", nameof(ClaimTemplates)))];
            if (_claimTemplates.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                throw new ArgumentException(
                    $"StatefulSet \"{Name}\" has two claim templates called \"{twice.Key}\": both would create the same claims.",
                    nameof(ClaimTemplates));
            }
        }
    }

    /// <summary>
    /// What happens to the claims of replicas that go when the set is scaled down; default
    /// <see cref="ClaimRetention.Retain"/>. Kubernetes: <c>spec.persistentVolumeClaimRetentionPolicy.whenScaled</c>.
    /// </summary>
    public ClaimRetention ClaimsWhenScaled { get; init; }

    /// <summary>
    /// What happens to the claims when the set is deleted; default <see cref="ClaimRetention.Retain"/>. Kubernetes:
    /// <c>spec.persistentVolumeClaimRetentionPolicy.whenDeleted</c>.
    /// </summary>
    public ClaimRetention ClaimsWhenDeleted { get; init; }

    /// <summary>Whether a changed template reaches the replicas by itself (default) or once they are deleted by hand.</summary>
    public UpdateStrategy UpdateStrategy { get; init; }

    /// <summary>
    /// How many replicas, counted from the first, a rolling update leaves at the old template, 0 or more; default 0.
    /// Kubernetes: <c>spec.updateStrategy.rollingUpdate.partition</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int UpdatePartition
    {
        get => _updatePartition;
        init => _updatePartition = Require.NotNegative(value, "partition", nameof(UpdatePartition));
    }

    /// <summary>
    /// How many replicas a rolling update may have away at the same time, 1 or more; default 0, which leaves the field out,
    /// and Kubernetes takes 1. Kubernetes: <c>spec.updateStrategy.rollingUpdate.maxUnavailable</c>, which the API server drops
    /// where the feature gate <c>MaxUnavailableStatefulSet</c> is off; see <see cref="KubernetesVersion"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int UpdateMaxUnavailable
    {
        get => _updateMaxUnavailable;
        init => _updateMaxUnavailable = Require.NotNegative(value, "number of replicas that may be down", nameof(UpdateMaxUnavailable));
    }

    /// <summary>
    /// The same as a percentage of all replicas, 1 to 100, rounded down to a number that is 1 or more; default 0, which leaves the field out.
    /// <see cref="UpdateMaxUnavailable"/> wins where both are set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 100.</exception>
    public int UpdateMaxUnavailablePercent
    {
        get => _updateMaxUnavailablePercent;
        init => _updateMaxUnavailablePercent = value is >= 0 and <= 100
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(UpdateMaxUnavailablePercent), value, $"A percentage of replicas is 0 to 100, but is {Describe.Number(value)}.");
    }

    /// <summary>
    /// Seconds that a replica must be Ready for before the controller goes on, 0 or more; default 0. Kubernetes:
    /// <c>spec.minReadySeconds</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MinReadySeconds
    {
        get => _minReadySeconds;
        init => _minReadySeconds = Require.NotNegative(value, "number of seconds", nameof(MinReadySeconds));
    }

    /// <summary>
    /// Seconds from the stop signal of a replica to its end, 0 or more; default 30. Kubernetes: <c>spec.template.spec.terminationGracePeriodSeconds</c>.
    /// In generated code it is that of the manifest, patches included. It is the pods' and not the set's, so two sets are equal whatever theirs are.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int TerminationGracePeriodSeconds
    {
        get => _terminationGracePeriodSeconds;
        init => _terminationGracePeriodSeconds = Require.NotNegative(value, "number of seconds", nameof(TerminationGracePeriodSeconds));
    }

    /// <summary>
    /// The version of Kubernetes that a <see cref="ScalePlan"/> is for where <see cref="ScaleOptions.Kubernetes"/> is not set. In generated code it is the
    /// newest one of the project's <c>HoldfastKubernetesVersion</c>; default <see langword="null"/>: <see cref="KubernetesVersion.Default"/>.
    /// It is not a value of the set, so two sets are equal whatever their versions are.
    /// </summary>
    public KubernetesVersion? Kubernetes { get; init; }

    /// <summary>The replicas, by position: <c>Pods[0]</c> is the first whatever its ordinal.</summary>
    public PodSet Pods => _pods ??= new PodSet(this);

    /// <inheritdoc/>
    internal override string Kind => "StatefulSet";

    /// <summary>The same set with its namespace known, so that DNS names are fully qualified.</summary>
    /// <param name="namespace">The namespace, a DNS label; it takes the place of one that was known before.</param>
    /// <param name="clusterDomain">The cluster's DNS zone; left out, the one that is known, or else <c>cluster.local</c>.</param>
    /// <returns>The set in that namespace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="namespace"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="namespace"/> or <paramref name="clusterDomain"/> is not a DNS name.</exception>
    public override StatefulSetInfo In(string @namespace, string? clusterDomain = null) => new(this)
    {
        Namespace = Require.DnsLabel(@namespace, "namespace", nameof(@namespace)),
        ClusterDomain = clusterDomain is null
            ? ClusterDomain
            : Require.DnsSubdomain(clusterDomain, "cluster domain", nameof(clusterDomain)),
    };

    /// <summary>The same set with another number of replicas, as after <c>kubectl scale</c>.</summary>
    /// <param name="replicas">The number of replicas, 0 or more.</param>
    /// <returns>The set of that size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="replicas"/> is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    public StatefulSetInfo WithReplicas(int replicas)
    {
        Require.NotNegative(replicas, "number of replicas", nameof(replicas));
        Require.Range(Name, OrdinalStart, replicas, nameof(replicas));
        return replicas == Replicas ? this : new(this) { Replicas = replicas };
    }

    /// <summary>A claim template of the set, for generated code: the same object at each call.</summary>
    /// <param name="name">The template's name.</param>
    /// <param name="mountPath">Where the container sees the volume, or <see langword="null"/> where it is not mounted.</param>
    /// <returns>The template.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ClaimTemplate Claim(string name, string? mountPath) => Members.Get(
        (Set: this, Name: name, MountPath: mountPath),
        static (ClaimTemplate claim, (StatefulSetInfo Set, string Name, string? MountPath) key) => claim.Name == key.Name && claim.MountPath == key.MountPath,
        static key => new ClaimTemplate(key.Set, key.Name, key.MountPath));

    /// <summary>Services of the set that lead to one replica each, for generated code: the same object at each call.</summary>
    /// <param name="name">The start of their names.</param>
    /// <returns>The Services.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReplicaServices ReplicaServices(string name) => Members.Get(
        (Set: this, Name: name),
        static (ReplicaServices services, (StatefulSetInfo Set, string Name) key) => services.Name == key.Name,
        static key => new ReplicaServices(key.Set, key.Name));

    /// <summary>Whether all values of the two are equal.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(StatefulSetInfo? other) =>
        other is not null
        && Name == other.Name
        && ServiceName == other.ServiceName
        && Namespace == other.Namespace
        && ClusterDomain == other.ClusterDomain
        && Replicas == other.Replicas
        && OrdinalStart == other.OrdinalStart
        && PodManagementPolicy == other.PodManagementPolicy
        && ClaimsWhenScaled == other.ClaimsWhenScaled
        && ClaimsWhenDeleted == other.ClaimsWhenDeleted
        && UpdateStrategy == other.UpdateStrategy
        && UpdatePartition == other.UpdatePartition
        && UpdateMaxUnavailable == other.UpdateMaxUnavailable
        && UpdateMaxUnavailablePercent == other.UpdateMaxUnavailablePercent
        && MinReadySeconds == other.MinReadySeconds
        && _claimTemplates.SequenceEqual(other._claimTemplates, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StatefulSetInfo);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Name, ServiceName, Namespace, ClusterDomain, Replicas, OrdinalStart, PodManagementPolicy, _claimTemplates.Length);

    /// <summary>Whether all values of the two are equal.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other set.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(StatefulSetInfo? left, StatefulSetInfo? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether any value of the two differs.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other set.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(StatefulSetInfo? left, StatefulSetInfo? right) => !(left == right);

    /// <inheritdoc/>
    internal override bool MayBeSame(WorkloadInfo other) =>
        base.MayBeSame(other) && other is StatefulSetInfo set && ServiceName == set.ServiceName;

    /// <inheritdoc/>
    internal override StatefulSetInfo CompletedBy(WorkloadInfo other) => new(this)
    {
        Namespace = Namespace ?? other.Namespace,
        ClusterDomain = ClusterDomain ?? other.ClusterDomain,
    };

    /// <summary>Whether a replica has an ordinal.</summary>
    internal bool IsReplica(int ordinal) => ordinal >= OrdinalStart && ordinal - OrdinalStart < Replicas;

    /// <summary>The governing Service, for names that need one.</summary>
    internal string RequireServiceName() =>
        ServiceName.Length > 0
            ? ServiceName
            : throw new InvalidOperationException(
                $"StatefulSet \"{Name}\" declares no governing Service (ServiceName is empty), so its pods have no DNS names "
                + "and its ports no SRV records. Declare the name of a headless Service, or leave ServiceName out and "
                + $"Holdfast makes one called \"{Name}\".");
}
