using System.Collections.Immutable;

namespace Holdfast.Analyzers.Model;

/// <summary>Fields in the order in which they are written.</summary>
internal sealed class MappingNode : ManifestNode
{
    private readonly ImmutableArray<MappingEntry> _entries;

    public MappingNode(IEnumerable<MappingEntry> entries, NodeOrigin origin = default)
        : this(entries.ToImmutableArray(), origin)
    {
    }

    public MappingNode(ImmutableArray<MappingEntry> entries, NodeOrigin origin = default)
        : base(origin) => _entries = entries;

    public EquatableArray<MappingEntry> Entries => new(_entries);

    /// <summary>The value of a field; null where there is none.</summary>
    public ManifestNode? this[string key]
    {
        get
        {
            foreach (MappingEntry entry in _entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    public override bool Equals(ManifestNode? other) => other is MappingNode mapping && mapping.Entries.Equals(Entries);

    public override int GetHashCode() => Entries.GetHashCode();
}
