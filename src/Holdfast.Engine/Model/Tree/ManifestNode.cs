using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// A node of a Kubernetes object: a <see cref="MappingNode"/>, a <see cref="SequenceNode"/>, a <see cref="ScalarNode"/>,
/// or an <see cref="UnknownNode"/> where something stands that cannot be known at compile time.
/// </summary>
internal abstract class ManifestNode : IEquatable<ManifestNode>
{
    private readonly NodeLocation _location;

    private protected ManifestNode(NodeLocation location) => _location = location;

    /// <summary>
    /// Where the user wrote it; null in the generator's pipeline and for what the user did not write. Not part of equality: the
    /// same text at another place is the same object.
    /// </summary>
    public Location? Location => _location.Location;

    /// <summary><see cref="Location"/>, for what seldom shows it.</summary>
    public NodeLocation Place => _location;

    public abstract bool Equals(ManifestNode? other);

    public sealed override bool Equals(object? obj) => Equals(obj as ManifestNode);

    public abstract override int GetHashCode();
}
