namespace Holdfast.Engine.Importing;

/// <summary>What a line of the report is about.</summary>
internal enum ImportNoteKind
{
    /// <summary>An object that no type makes, which stays in its file.</summary>
    Kept,

    /// <summary>A difference between the objects and what the type makes.</summary>
    Difference,

    /// <summary>A field that a patch says, since no attribute does.</summary>
    Patched,

    /// <summary>What the type could do better than the manifest does.</summary>
    Offer,
}
