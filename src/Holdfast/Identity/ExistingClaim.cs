namespace Holdfast;

/// <summary>A claim that exists already and that all replicas of a set mount together.</summary>
public sealed class ExistingClaim
{
    /// <summary>Describes a claim that exists already.</summary>
    /// <param name="claimName">The name of the PersistentVolumeClaim, a DNS subdomain of at most 253 characters.</param>
    /// <param name="mountPath">Where the container sees the volume, or null when it is not mounted by declaration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="claimName"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="claimName"/> is not a DNS subdomain.</exception>
    public ExistingClaim(string claimName, string? mountPath)
    {
        ClaimName = Require.DnsSubdomain(claimName, "claim name", nameof(claimName));
        MountPath = mountPath;
    }

    /// <summary>The name of the PersistentVolumeClaim.</summary>
    public string ClaimName { get; }

    /// <summary>Where the container sees the volume.</summary>
    public string? MountPath { get; }

    /// <summary>The claim's name.</summary>
    /// <returns>The claim's name.</returns>
    public override string ToString() => ClaimName;
}
