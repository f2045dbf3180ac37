namespace Holdfast;

/// <summary>How the controller finds a member when a change of a <see cref="ScalePlan"/> begins.</summary>
public enum MemberCondition
{
    /// <summary>Its pod is there and Ready. What a plan takes for granted of every member that the set has before the change.</summary>
    Ready,

    /// <summary>Its pod is there, Pending or running, and does not become Ready unless somebody mends it.</summary>
    Unready,

    /// <summary>There is no pod. What a plan takes for granted of every member that the change brings.</summary>
    Missing,

    /// <summary>
    /// There is no pod, and the one that the controller creates does not become Ready unless somebody mends it. Should that one be
    /// deleted, the one after it does.
    /// </summary>
    NeverReady,

    /// <summary>
    /// Its pod is as it would be without this, and the next one that takes its place does not become Ready unless somebody mends it: one
    /// member that does not come back after an update.
    /// </summary>
    NeverReadyAgain,

    /// <summary>
    /// Its pod has ended, in phase Failed or Succeeded. The controller replaces it by itself, and begins with that before the
    /// change reaches it, unless the set is OrderedReady and a member below is not Ready.
    /// </summary>
    Failed,

    /// <summary>
    /// Its pod is being deleted and will be gone: somebody deleted it, it was evicted, or, where the set has no such member
    /// any more, an earlier scale-down has not ended.
    /// </summary>
    Terminating,

    /// <summary>
    /// Its pod is being deleted and does not go unless somebody helps: its node does not answer, or a finalizer holds it.
    /// </summary>
    HeldTerminating,

    /// <summary>
    /// A pod has the member's name that is not the set's: somebody else's, or one whose labels were changed so that the set
    /// let it go.
    /// </summary>
    NameTaken,

    /// <summary>
    /// There is no pod, and a claim of its is being deleted and does not go unless somebody helps. The set must have claim
    /// templates.
    /// </summary>
    ClaimHeldTerminating,
}
