using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// A node of a Kubernetes object: a <see cref="MappingNode"/>, a <see cref="SequenceNode"/>, a <see cref="ScalarNode"/>,
/// or an <see cref="UnknownNode"/> where something stands that cannot be known at compile time.
/// </summary>
internal abstract class ManifestNode : IEquatable<ManifestNode>
{
    private const int TagBits = 3;

    private const int MostCharacters = int.MaxValue >> TagBits;

    // A file of manifests has hundreds of nodes, so the parts of a place and the tag share the room of two numbers.
    private readonly object? _source;

    private readonly int _start;

    private readonly int _lengthAndTag;

    /// <param name="location">Where the user wrote it.</param>
    /// <param name="tag">A small number of the kind of node.</param>
    private protected ManifestNode(NodeLocation location, int tag = 0)
    {
        // No file that is read has so long a value.
        (object? source, TextSpan span) = location.Span.Length > MostCharacters ? (location.Location, default) : (location.Source, location.Span);
        _source = source;
        _start = span.Start;
        _lengthAndTag = (span.Length << TagBits) | tag;
    }

    /// <summary>
    /// Where the user wrote it; null in the generator's pipeline and for what the user did not write. Not part of equality: the
    /// same text at another place is the same object.
    /// </summary>
    public Location? Location => Place.Location;

    /// <summary><see cref="Location"/>, for what seldom shows it.</summary>
    public NodeLocation Place => NodeLocation.Of(_source, new TextSpan(_start, _lengthAndTag >> TagBits));

    private protected int Tag => _lengthAndTag & ((1 << TagBits) - 1);

    public abstract bool Equals(ManifestNode? other);

    public sealed override bool Equals(object? obj) => Equals(obj as ManifestNode);

    public abstract override int GetHashCode();
}
