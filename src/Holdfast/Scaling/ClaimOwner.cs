namespace Holdfast;

/// <summary>With whom a volume claim is deleted: the owner that its <c>metadata.ownerReferences</c> name.</summary>
public enum ClaimOwner
{
    /// <summary>It has no owner, so it stays until somebody deletes it.</summary>
    None,

    /// <summary>It goes with the set.</summary>
    Set,

    /// <summary>It goes with its pod, because a scale-down wants the pod gone.</summary>
    Pod,
}
