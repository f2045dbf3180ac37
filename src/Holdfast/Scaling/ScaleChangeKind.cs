namespace Holdfast;

/// <summary>What a change does to the set itself.</summary>
public enum ScaleChangeKind
{
    /// <summary>The set stays and is different.</summary>
    Change,

    /// <summary>The set is created where there was none.</summary>
    Creation,

    /// <summary>The set is deleted with its pods.</summary>
    Deletion,

    /// <summary>The set is deleted without its pods.</summary>
    Orphaning,
}
