namespace Holdfast.Engine.Planning;

/// <summary>What becomes of an object.</summary>
internal enum ObjectChangeKind
{
    /// <summary>It is created.</summary>
    Added,

    /// <summary>Its manifest is gone. Applying the others leaves it where it is; what prunes deletes it.</summary>
    Removed,

    /// <summary>It is changed, or would be if the server let it.</summary>
    Changed,
}
