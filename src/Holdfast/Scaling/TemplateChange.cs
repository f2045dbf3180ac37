namespace Holdfast;

/// <summary>What a change of a <see cref="ScalePlan"/> does to the pod template (<c>spec.template</c>).</summary>
public enum TemplateChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It changes, for example the image does, and pods of the new one become Ready.</summary>
    Working,

    /// <summary>
    /// It changes, and pods of the new one do not become Ready: an image that cannot be pulled, a request that no node has
    /// room for, a program that does not start.
    /// </summary>
    Broken,

    /// <summary>
    /// It goes back to the one before (<c>kubectl rollout undo</c>). Pods that still run that one stay; all others are
    /// replaced, as in any update. Where the plan has not changed the template, all pods run the newer one.
    /// </summary>
    RolledBack,
}
