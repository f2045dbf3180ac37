using System.Collections.Immutable;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Where an expression's value goes.</summary>
/// <param name="In">What holds it; null where nothing of this body does.</param>
internal sealed record Holding(ObjectPath? In)
{
    /// <summary>Whether something else may be held there instead.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>Whether it is part of another object: a claim template, a pod's template.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether it is a part of an object that the API server merges with one that is there.</summary>
    public bool IsPatch { get; init; }

    /// <summary>Whether a method goes on with it that is not followed.</summary>
    public bool IsHandedOn { get; init; }

    /// <summary>Whether it is an item of a list that the method returns.</summary>
    public bool IsInResult { get; init; }

    /// <summary>Whether something else keeps it, or may hand it out again.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether a method sends it to the API server as a whole.</summary>
    public bool IsCreated { get; init; }

    /// <summary>Whether a method may fill in what it lacks.</summary>
    public bool MayBeCompleted { get; init; }

    /// <summary>What the methods do with it that get it on the way.</summary>
    public ImmutableArray<PartChange> Changes { get; init; } = [];
}
