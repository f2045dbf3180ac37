using System.Collections.Immutable;

namespace Holdfast.Engine.Model.Tree;

/// <summary>Fields in the order in which they are written.</summary>
internal sealed class MappingNode : ManifestNode
{
    private readonly ImmutableArray<MappingEntry> _entries;

    public MappingNode(IEnumerable<MappingEntry> entries, NodeLocation location = default, bool isOpen = false)
        : this(entries.ToImmutableArray(), location, isOpen)
    {
    }

    public MappingNode(ImmutableArray<MappingEntry> entries, NodeLocation location = default, bool isOpen = false)
        : base(location, isOpen ? 1 : 0) => _entries = entries;

    public EquatableArray<MappingEntry> Entries => new(_entries);

    /// <summary>
    /// Whether there may be more fields than are known. Each that is asked for and not known is unknown then, so that what looks
    /// for a missing field does not find it missing.
    /// </summary>
    public bool IsOpen => Tag != 0;

    /// <summary>The value of a field; null where there is none.</summary>
    public ManifestNode? this[string key]
    {
        get
        {
            int index = IndexOf(key);
            return index >= 0 ? _entries[index].Value
                : IsOpen ? new UnknownNode()
                : null;
        }
    }

    /// <summary>A field that is known; null where there is none.</summary>
    public MappingEntry? Entry(string key)
    {
        int index = IndexOf(key);
        return index >= 0 ? _entries[index] : null;
    }

    /// <summary>The first field; null where there is none.</summary>
    public MappingEntry? FirstEntry() => _entries.IsEmpty ? null : _entries[0];

    public override bool Equals(ManifestNode? other) => other is MappingNode mapping && mapping.IsOpen == IsOpen && mapping.Entries.Equals(Entries);

    /// <summary>The same with other fields.</summary>
    public MappingNode With(IEnumerable<MappingEntry> entries) => new(entries, Location, IsOpen);

    /// <summary>The same with another value of a field, which comes last where there was none.</summary>
    public MappingNode With(string key, ManifestNode value) => With(IndexOf(key) >= 0
        ? _entries.Select(entry => entry.Key == key ? new MappingEntry(key, value, entry.KeyPlace) : entry)
        : _entries.Add(new MappingEntry(key, value)));

    public override int GetHashCode() => Entries.GetHashCode();

    private int IndexOf(string key)
    {
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries.ItemRef(i).Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
