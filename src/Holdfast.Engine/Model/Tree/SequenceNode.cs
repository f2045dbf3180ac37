using System.Collections.Immutable;

namespace Holdfast.Engine.Model.Tree;

/// <summary>A list of nodes.</summary>
internal sealed class SequenceNode : ManifestNode
{
    public SequenceNode(IEnumerable<ManifestNode> items, NodeLocation location = default)
        : this(items.ToImmutableArray(), location)
    {
    }

    public SequenceNode(ImmutableArray<ManifestNode> items, NodeLocation location = default)
        : base(location) => Items = new(items);

    public EquatableArray<ManifestNode> Items { get; }

    public override bool Equals(ManifestNode? other) => other is SequenceNode sequence && sequence.Items.Equals(Items);

    public override int GetHashCode() => Items.GetHashCode();
}
