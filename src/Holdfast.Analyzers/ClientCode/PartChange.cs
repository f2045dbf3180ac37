using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>A change of a part of an object after it was made.</summary>
/// <param name="Steps">The way to the part.</param>
/// <param name="Location">Where it is changed.</param>
internal sealed record PartChange(ImmutableArray<string> Steps, Location Location)
{
    /// <summary>What it becomes; null where that is not known.</summary>
    public IOperation? Value { get; init; }

    /// <summary>What it becomes in one branch, and is left as it is in the other; null where that is not known.</summary>
    public IOperation? Possible { get; init; }

    /// <summary>The calls that lead to the method in which it is changed, the outermost first.</summary>
    public ImmutableArray<FollowedCall> Calls { get; init; } = [];

    /// <summary>Whether it is left as it is where it is there already.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it is a list that gets one more item, which is the value.</summary>
    public bool IsItem { get; init; }

    /// <summary>Whether it is a list that gets more items, which are those of the value.</summary>
    public bool IsItems { get; init; }

    /// <summary>Whether what is there stays there and gets more: all other names of it have that, too.</summary>
    public bool IsAddition => IsItem || IsItems;

    /// <summary>Whether it changes what is at a place, which may have other names, and not only what the place holds.</summary>
    /// <param name="place">The way to the place.</param>
    public bool IsInside(ImmutableArray<string> place) => ObjectPath.IsIn(Steps, place) && (IsAddition || Steps.Length > place.Length);
}
