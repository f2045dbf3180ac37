using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Composing;

/// <summary>Puts a mapping together; what is absent is left out.</summary>
internal sealed class MappingBuilder
{
    private readonly List<MappingEntry> _entries = [];

    public MappingBuilder Add(string key, ManifestNode? value)
    {
        if (value is not null)
        {
            _entries.Add(new MappingEntry(key, value));
        }

        return this;
    }

    /// <param name="key">The field.</param>
    /// <param name="value">Its value; nothing is added where there is none.</param>
    /// <param name="keyOrigin">Where the user wrote the key.</param>
    public MappingBuilder Add(string key, ManifestNode? value, Location? keyOrigin)
    {
        if (value is not null)
        {
            _entries.Add(new MappingEntry(key, value, keyOrigin));
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

    /// <summary>Adds the fields of another mapping.</summary>
    public MappingBuilder AddAll(MappingNode fields)
    {
        _entries.AddRange(fields.Entries);
        return this;
    }

    public MappingNode Build(Location? origin = null) => new(_entries, origin);

    /// <summary>The mapping, or null where nothing was added.</summary>
    public MappingNode? BuildOrNull(Location? origin = null) => _entries.Count == 0 ? null : Build(origin);
}
