using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Model;

/// <summary>A list of nodes.</summary>
internal sealed class SequenceNode : ManifestNode
{
    public SequenceNode(IEnumerable<ManifestNode> items, Location? origin = null)
        : this(items.ToImmutableArray(), origin)
    {
    }

    public SequenceNode(ImmutableArray<ManifestNode> items, Location? origin = null)
        : base(origin) => Items = new(items);

    public EquatableArray<ManifestNode> Items { get; }

    public override bool Equals(ManifestNode? other) => other is SequenceNode sequence && sequence.Items.Equals(Items);

    public override int GetHashCode() => Items.GetHashCode();
}
