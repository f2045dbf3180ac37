namespace Holdfast.Engine.Planning;

/// <summary>What becomes of a field.</summary>
internal enum FieldChangeKind
{
    Added,

    Removed,

    Changed,

    /// <summary>The items of a list are in another order; before and after are their keys.</summary>
    Reordered,
}
