namespace Holdfast;

/// <summary>Whether a client's connections lead to one member.</summary>
public enum SessionAffinity
{
    /// <summary>Each connection leads to any member.</summary>
    None,

    /// <summary>Connections from one IP address lead to the same member for a while.</summary>
    ClientIP,
}
