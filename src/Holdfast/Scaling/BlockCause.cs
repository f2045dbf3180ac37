namespace Holdfast;

/// <summary>The reason why a plan does not go on by itself.</summary>
public enum BlockCause
{
    /// <summary>A replica is not Ready, and the controller waits for it.</summary>
    NotReady,

    /// <summary>A pod is being deleted and does not go, and the controller waits for it.</summary>
    NotGone,

    /// <summary>A pod that is not the set's has the name of a replica.</summary>
    NameTaken,

    /// <summary>A claim is being deleted and does not go, and the controller cannot create its pod.</summary>
    ClaimNotGone,

    /// <summary>A pod's template does not let it become Ready.</summary>
    BrokenTemplate,

    /// <summary>A pod from before the set was created again lacks a volume that the set now has a claim template for.</summary>
    VolumesDiffer,

    /// <summary>
    /// A scale-down was taken back while its pod was still terminating. The claim goes after the pod, the controller looks in
    /// between, and nothing makes it look again. It is a race, so the pod may come by itself.
    /// </summary>
    NotNoticed,
}
