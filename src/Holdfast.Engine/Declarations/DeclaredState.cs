namespace Holdfast.Engine.Declarations;

/// <summary>What is known of a value that an attribute can set.</summary>
internal enum DeclaredState
{
    /// <summary>The user said nothing; a default applies.</summary>
    Absent,

    /// <summary>The user said something that cannot be understood yet: half-typed code, a constant that does not compile.</summary>
    Unknown,

    /// <summary>The user said it.</summary>
    Known,
}
