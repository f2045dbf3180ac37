using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Model;

/// <summary>Fields in the order in which they are written.</summary>
internal sealed class MappingNode : ManifestNode
{
    public MappingNode(IEnumerable<MappingEntry> entries, Location? origin = null)
        : base(origin) => Entries = new(entries.ToImmutableArray());

    public EquatableArray<MappingEntry> Entries { get; }

    /// <summary>The value of a field; null where there is none.</summary>
    public ManifestNode? this[string key]
    {
        get
        {
            foreach (MappingEntry entry in Entries)
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
