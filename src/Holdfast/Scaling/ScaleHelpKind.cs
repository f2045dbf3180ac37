namespace Holdfast;

/// <summary>The kind of an action by hand.</summary>
public enum ScaleHelpKind
{
    /// <summary>Fixes a replica's pod, so that it becomes Ready.</summary>
    MakeReady,

    /// <summary>Deletes a replica's pod.</summary>
    DeletePod,

    /// <summary>Removes what holds a pod that is being deleted.</summary>
    Release,

    /// <summary>Removes a pod without waiting for its node.</summary>
    Force,

    /// <summary>Deletes the pod that has a replica's name and is not the set's.</summary>
    FreeName,

    /// <summary>Removes what holds a claim that is being deleted.</summary>
    FreeClaim,

    /// <summary>Applies the set, with another template or other values.</summary>
    Apply,

    /// <summary>Changes the set without effect, so that the controller looks at it again.</summary>
    Touch,
}
