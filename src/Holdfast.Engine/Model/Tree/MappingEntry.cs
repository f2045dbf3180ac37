using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// A field of a mapping. Files of manifests have a hundred thousand of them, and as objects they would take half as much memory as all other
/// parts of the trees together.
/// </summary>
internal readonly struct MappingEntry(string key, ManifestNode value, NodeLocation keyLocation = default) : IEquatable<MappingEntry>
{
    public string Key { get; } = key;

    public ManifestNode Value { get; } = value;

    /// <summary>Where the user wrote the key; no part of equality.</summary>
    public Location? KeyLocation => KeyPlace.Location;

    /// <summary><see cref="KeyLocation"/>, for what seldom shows it.</summary>
    public NodeLocation KeyPlace { get; } = keyLocation;

    public bool Equals(MappingEntry other) => other.Key == Key && other.Value.Equals(Value);

    public override bool Equals(object? obj) => obj is MappingEntry other && Equals(other);

    public override int GetHashCode() => unchecked((Key.GetHashCode() * 31) + Value.GetHashCode());
}
