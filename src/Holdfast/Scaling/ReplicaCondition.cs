namespace Holdfast;

/// <summary>How the controller finds a replica when a change of a <see cref="ScalePlan"/> begins.</summary>
public enum ReplicaCondition
{
    /// <summary>Its pod is there and Ready. A plan assumes this for every replica that the set has before the change.</summary>
    Ready,

    /// <summary>Its pod is there, Pending or running, and does not become Ready until it is fixed by hand.</summary>
    Unready,

    /// <summary>There is no pod. A plan assumes this for every replica that the change adds.</summary>
    Missing,

    /// <summary>
    /// There is no pod, and the one that the controller creates does not become Ready until it is fixed by hand. Should that one be
    /// deleted, the one after it does.
    /// </summary>
    NeverReady,

    /// <summary>
    /// Its pod is as it would be by default, and the next one that takes its place does not become Ready until it is fixed by hand: one
    /// replica that does not come back after an update.
    /// </summary>
    NeverReadyAgain,

    /// <summary>
    /// Its pod has ended, in phase Failed or Succeeded. The controller replaces it by itself, and begins with that before the
    /// change reaches it, unless the set is OrderedReady and a replica below is not Ready.
    /// </summary>
    Failed,

    /// <summary>
    /// Its pod is being deleted and will be gone: it was deleted by hand, it was evicted, or, where the set has no such replica
    /// any more, an earlier scale-down has not ended.
    /// </summary>
    Terminating,

    /// <summary>
    /// Its pod is being deleted and does not go without help: its node does not answer, or a finalizer holds it.
    /// </summary>
    HeldTerminating,

    /// <summary>
    /// A pod that is not the set's has the replica's name: a foreign one, or one whose labels were changed so that the set
    /// released it.
    /// </summary>
    NameTaken,

    /// <summary>
    /// There is no pod, and one of its claims is being deleted and does not go without help. The set must have claim
    /// templates.
    /// </summary>
    ClaimHeldTerminating,
}
