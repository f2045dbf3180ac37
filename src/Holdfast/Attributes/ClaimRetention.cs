namespace Holdfast;

/// <summary>What becomes of a replica's claims. Kubernetes: <c>spec.persistentVolumeClaimRetentionPolicy</c>.</summary>
public enum ClaimRetention
{
    /// <summary>They stay, with their data.</summary>
    Retain,

    /// <summary>They are deleted, with their data.</summary>
    Delete,
}
