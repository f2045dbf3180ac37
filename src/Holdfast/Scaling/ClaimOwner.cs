namespace Holdfast;

/// <summary>The owner that a volume claim is deleted with, as its <c>metadata.ownerReferences</c> name it.</summary>
public enum ClaimOwner
{
    /// <summary>It has no owner, so it stays until it is deleted by hand.</summary>
    None,

    /// <summary>It is deleted with the set.</summary>
    Set,

    /// <summary>It is deleted with its pod, because of a scale-down.</summary>
    Pod,
}
