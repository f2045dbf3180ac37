using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing;

/// <summary>Puts a mapping together; what is absent is left out.</summary>
internal sealed class MappingBuilder
{
    /// <summary>Fields of a usual mapping.</summary>
    private const int UsualRoom = 16;

    /// <summary>Room for more fields is not kept, and no more of them than the depth of mappings.</summary>
    private const int MostKept = 16;

    /// <summary>Room that a mapping is done with; the next one takes it.</summary>
    [ThreadStatic]
    private static Stack<MappingEntry[]>? Kept;

    private MappingEntry[]? _entries;
    private int _count;

    public MappingBuilder Add(string key, ManifestNode? value)
    {
        if (value is not null)
        {
            Add(new MappingEntry(key, value));
        }

        return this;
    }

    /// <param name="key">The field.</param>
    /// <param name="value">Its value; nothing is added where there is none.</param>
    /// <param name="keyLocation">Where the user wrote the key.</param>
    public MappingBuilder Add(string key, ManifestNode? value, Location? keyLocation)
    {
        if (value is not null)
        {
            Add(new MappingEntry(key, value, keyLocation));
        }

        return this;
    }

    public MappingBuilder Add(string key, string value) => Add(key, ScalarNode.String(value));

    public MappingBuilder Add(string key, long value) => Add(key, ScalarNode.Integer(value));

    public MappingBuilder Add(string key, bool value) => Add(key, ScalarNode.Boolean(value));

    public MappingBuilder Add(string key, Declared<string> value) => Add(key, Nodes.Of(value));

    public MappingBuilder Add(string key, Declared<int> value) => Add(key, Nodes.Of(value));

    public MappingBuilder Add(string key, Declared<long> value) => Add(key, Nodes.Of(value));

    public MappingBuilder Add(string key, Declared<bool> value) => Add(key, Nodes.Of(value));

    public MappingBuilder Add(string key, Declared<EquatableArray<string>> value) => Add(key, Nodes.Of(value));

    /// <summary>Adds a list; nothing where it is empty.</summary>
    public MappingBuilder Add(string key, IReadOnlyList<ManifestNode> items) =>
        items.Count == 0 ? this : Add(key, new SequenceNode(items));

    /// <summary>Adds a list of what is made of each item; nothing where there is none.</summary>
    public MappingBuilder Add<T>(string key, EquatableArray<T> items, Func<T, ManifestNode> compose)
        where T : IEquatable<T>
    {
        if (items.Count == 0)
        {
            return this;
        }

        ImmutableArray<ManifestNode>.Builder nodes = ImmutableArray.CreateBuilder<ManifestNode>(items.Count);
        foreach (T item in items)
        {
            nodes.Add(compose(item));
        }

        return Add(key, new SequenceNode(nodes.MoveToImmutable()));
    }

    /// <summary>Adds the fields of another mapping.</summary>
    public MappingBuilder AddAll(MappingNode fields)
    {
        foreach (MappingEntry entry in fields.Entries)
        {
            Add(entry);
        }

        return this;
    }

    /// <summary>The mapping; the builder is empty again.</summary>
    public MappingNode Build(Location? location = null)
    {
        if (_entries is null)
        {
            return new MappingNode(ImmutableArray<MappingEntry>.Empty, location);
        }

        var entries = ImmutableArray.Create(_entries, 0, _count);
        Kept ??= new Stack<MappingEntry[]>(MostKept);
        if (_entries.Length == UsualRoom && Kept.Count < MostKept)
        {
            Array.Clear(_entries, 0, _count);
            Kept.Push(_entries);
        }

        _entries = null;
        _count = 0;
        return new MappingNode(entries, location);
    }

    /// <summary>The mapping, or null where nothing was added.</summary>
    public MappingNode? BuildOrNull(Location? location = null) => _count == 0 ? null : Build(location);

    private void Add(MappingEntry entry)
    {
        _entries ??= Kept is { Count: > 0 } ? Kept.Pop() : new MappingEntry[UsualRoom];
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count++] = entry;
    }
}
