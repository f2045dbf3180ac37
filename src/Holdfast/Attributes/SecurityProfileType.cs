namespace Holdfast;

/// <summary>Which profile restricts a process.</summary>
public enum SecurityProfileType
{
    /// <summary>That of the container run-time.</summary>
    RuntimeDefault,

    /// <summary>None.</summary>
    Unconfined,
}
