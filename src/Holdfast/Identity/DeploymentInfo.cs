namespace Holdfast;

/// <summary>
/// Everything that the names of a Deployment's Services are made of. Its pods have random names and no DNS names, so
/// there are no members for them. Immutable; two are equal when all their values are.
/// </summary>
public sealed class DeploymentInfo : WorkloadInfo, IEquatable<DeploymentInfo>
{
    private readonly int _replicas = 1;

    /// <summary>Describes a Deployment of the given name, with one replica.</summary>
    /// <param name="name">
    /// The Deployment's name, a DNS name: at most 253 lower-case letters, digits, dashes and dots, with a letter or digit
    /// at both ends of each part.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS name.</exception>
    public DeploymentInfo(string name)
        : base(Require.DnsSubdomain(name, "Deployment name", nameof(name)))
    {
    }

    private DeploymentInfo(DeploymentInfo other)
        : base(other)
    {
        _replicas = other._replicas;
    }

    /// <summary>The number of pods, 0 or more; default 1. Kubernetes: <c>spec.replicas</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Replicas
    {
        get => _replicas;
        init => _replicas = Require.NotNegative(value, "number of replicas", nameof(Replicas));
    }

    /// <inheritdoc/>
    internal override string Kind => "Deployment";

    /// <summary>The same Deployment with its namespace known, so that DNS names are fully qualified.</summary>
    /// <param name="namespace">The namespace, a DNS label; it takes the place of one that was known before.</param>
    /// <param name="clusterDomain">The cluster's DNS zone; left out, the one that is known, or else <c>cluster.local</c>.</param>
    /// <returns>The Deployment in that namespace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="namespace"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="namespace"/> or <paramref name="clusterDomain"/> is not a DNS name.</exception>
    public override DeploymentInfo In(string @namespace, string? clusterDomain = null) => new(this)
    {
        Namespace = Require.DnsLabel(@namespace, "namespace", nameof(@namespace)),
        ClusterDomain = clusterDomain is null
            ? ClusterDomain
            : Require.DnsSubdomain(clusterDomain, "cluster domain", nameof(clusterDomain)),
    };

    /// <summary>Whether all values of the two are equal.</summary>
    /// <param name="other">The other Deployment.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DeploymentInfo? other) =>
        other is not null
        && Name == other.Name
        && Namespace == other.Namespace
        && ClusterDomain == other.ClusterDomain
        && Replicas == other.Replicas;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeploymentInfo);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Namespace, ClusterDomain, Replicas);

    /// <summary>Whether all values of the two are equal.</summary>
    /// <param name="left">One Deployment.</param>
    /// <param name="right">The other Deployment.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(DeploymentInfo? left, DeploymentInfo? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether any value of the two differs.</summary>
    /// <param name="left">One Deployment.</param>
    /// <param name="right">The other Deployment.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(DeploymentInfo? left, DeploymentInfo? right) => !(left == right);

    /// <inheritdoc/>
    internal override DeploymentInfo CompletedBy(WorkloadInfo other) => new(this)
    {
        Namespace = Namespace ?? other.Namespace,
        ClusterDomain = ClusterDomain ?? other.ClusterDomain,
    };
}
