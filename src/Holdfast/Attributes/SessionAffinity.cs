namespace Holdfast;

/// <summary>Whether a client's connections lead to one replica.</summary>
public enum SessionAffinity
{
    /// <summary>Each connection leads to any replica.</summary>
    None,

    /// <summary>Connections from one IP address lead to the same replica for a while.</summary>
    ClientIP,
}
