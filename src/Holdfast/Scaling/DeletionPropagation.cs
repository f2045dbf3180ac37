namespace Holdfast;

/// <summary>What the deletion of a set does to its pods and claims.</summary>
public enum DeletionPropagation
{
    /// <summary>They are deleted after the set, all at once, by the garbage collector: the default of <c>kubectl delete</c>.</summary>
    Background,

    /// <summary>They are deleted before the set, all at once, by the garbage collector: <c>--cascade=foreground</c>.</summary>
    Foreground,

    /// <summary>They stay and belong to no set: <c>--cascade=orphan</c>. Claims stay whatever the retention policy is.</summary>
    Orphan,
}
