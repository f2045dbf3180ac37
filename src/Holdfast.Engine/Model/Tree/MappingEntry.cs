using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Model.Tree;

/// <summary>A field of a mapping.</summary>
internal sealed class MappingEntry(string key, ManifestNode value, NodeLocation keyLocation = default) : IEquatable<MappingEntry>
{
    public string Key { get; } = key;

    public ManifestNode Value { get; } = value;

    /// <summary>Where the user wrote the key; no part of equality.</summary>
    public Location? KeyLocation => keyLocation.Location;

    /// <summary><see cref="KeyLocation"/>, for what seldom shows it.</summary>
    public NodeLocation KeyPlace => keyLocation;

    public bool Equals(MappingEntry? other) => other is not null && other.Key == Key && other.Value.Equals(Value);

    public override bool Equals(object? obj) => Equals(obj as MappingEntry);

    public override int GetHashCode() => unchecked((Key.GetHashCode() * 31) + Value.GetHashCode());
}
