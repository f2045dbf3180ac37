using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// A field of a mapping. Files of manifests have a hundred thousand of them, and as objects they would take half as much memory as all other
/// parts of the trees together.
/// </summary>
internal readonly struct MappingEntry : IEquatable<MappingEntry>
{
    /// <summary>Where a key is that the user did not write.</summary>
    private static readonly TextSpan Nowhere = new(int.MaxValue, 0);

    /// <summary>The key, with its place where that is not in the file of the value.</summary>
    private readonly object _key;

    private readonly TextSpan _span;

    public MappingEntry(string key, ManifestNode value, NodeLocation keyLocation = default)
    {
        bool isBeside = !keyLocation.IsKnown || ReferenceEquals(keyLocation.Source, value.Place.Source);
        _key = isBeside ? key : new PlacedKey(key, keyLocation);
        _span = keyLocation.IsKnown ? keyLocation.Span : Nowhere;
        Value = value;
    }

    public string Key => _key is PlacedKey placed ? placed.Text : (string)_key;

    public ManifestNode Value { get; }

    /// <summary>Where the user wrote the key; no part of equality.</summary>
    public Location? KeyLocation => KeyPlace.Location;

    /// <summary><see cref="KeyLocation"/>, for what seldom shows it.</summary>
    public NodeLocation KeyPlace => _key is PlacedKey placed ? placed.Place
        : _span == Nowhere ? default
        : NodeLocation.Of(Value.Place.Source, _span);

    public bool Equals(MappingEntry other) => other.Key == Key && other.Value.Equals(Value);

    public override bool Equals(object? obj) => obj is MappingEntry other && Equals(other);

    public override int GetHashCode() => unchecked((Key.GetHashCode() * 31) + Value.GetHashCode());

    private sealed class PlacedKey(string text, NodeLocation place)
    {
        public string Text => text;

        public NodeLocation Place => place;
    }
}
