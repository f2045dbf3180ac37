using System.Collections.Immutable;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>What a call does to an object that it gets.</summary>
internal sealed record ArgumentEffect
{
    public static ArgumentEffect None { get; } = new();

    public static ArgumentEffect Unknown { get; } = new() { IsUnknown = true };

    /// <summary>What becomes of its parts.</summary>
    public ImmutableArray<PartChange> Changes { get; init; } = [];

    /// <summary>Whether anything may become of it.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether the call may return the same object.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether it may return another one.</summary>
    public bool IsOneOfSeveral { get; init; }
}
