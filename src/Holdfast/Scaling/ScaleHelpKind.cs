namespace Holdfast;

/// <summary>What somebody does by hand.</summary>
public enum ScaleHelpKind
{
    /// <summary>Mends a member's pod, so that it becomes Ready.</summary>
    MakeReady,

    /// <summary>Deletes a member's pod.</summary>
    DeletePod,

    /// <summary>Removes what holds a pod that is being deleted.</summary>
    Release,

    /// <summary>Removes a pod without waiting for its node.</summary>
    Force,

    /// <summary>Deletes the pod that has a member's name and is not the set's.</summary>
    FreeName,

    /// <summary>Removes what holds a claim that is being deleted.</summary>
    FreeClaim,

    /// <summary>Applies the set, with another template or other values.</summary>
    Apply,

    /// <summary>Changes the set in a way that means nothing, so that the controller looks at it again.</summary>
    Touch,
}
