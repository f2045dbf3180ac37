namespace Holdfast.Engine.Naming;

/// <summary>A port that a Service names in DNS.</summary>
/// <param name="Name">Its name; empty where it has none, and no SRV record then.</param>
/// <param name="Protocol">Its protocol as DNS has it: <c>tcp</c>.</param>
internal sealed record KnownPort(string Name, string Protocol)
{
    /// <summary>Its number; null where it is not known.</summary>
    public long? Number { get; init; }

    /// <summary>The number of the container's port that it leads to; null where it is not known.</summary>
    public long? Target { get; init; }

    /// <summary>The name of the container's port that it leads to; null where it has a number.</summary>
    public string? TargetName { get; init; }
}
