using System.Collections.Concurrent;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Constraints;

/// <summary>
/// A place of an object that holds a value: the value's type, and what the rows ask of it there. Places are looked up once and kept, since
/// thousands of objects have the same few hundred.
/// </summary>
internal sealed class ConstraintPlace
{
    /// <summary>What the rows ask, those of the longest path first.</summary>
    private readonly ConstraintNode[] _nodes;

    /// <summary>Places of entries for whose keys there are rows.</summary>
    private readonly ConcurrentDictionary<string, ConstraintPlace>? _entries;

    private readonly ConstraintPlace? _item;

    private ConstraintFields? _fields;

    /// <param name="type">The type of the value.</param>
    /// <param name="nodes">What the rows ask of it, those of the longest path first.</param>
    public ConstraintPlace(FieldType type, ConstraintNode[] nodes)
    {
        Type = type;
        _nodes = nodes;
        if (type.Kind is FieldKind.List or FieldKind.Map)
        {
            _item = new ConstraintPlace(type.Item ?? FieldType.Any, nodes);
            _entries = type.Kind == FieldKind.Map && nodes.Any(static node => node.Fields.Count > 0) ? new(StringComparer.Ordinal) : null;
        }

        // Of most fields nothing is asked.
        if (nodes.Length == 0)
        {
            return;
        }

        Enums = Rows(ConstraintKind.Enum) is { Length: > 0 } enums ? [.. enums.SelectMany(static row => row)] : [];
        Formats = Rows(ConstraintKind.Format);
        Keys = Rows(ConstraintKind.Keys).FirstOrDefault() ?? [];
        Values = First(ConstraintKind.Values);
        Minimum = First(ConstraintKind.Minimum);
        Maximum = First(ConstraintKind.Maximum);
        MaxPercent = First(ConstraintKind.MaxPercent);
        List<Constraint>? ofList = null;
        List<Constraint>? ofVersions = null;
        foreach (ConstraintNode node in nodes)
        {
            foreach (Constraint constraint in node.Constraints)
            {
                if (constraint.Kind is ConstraintKind.Unique or ConstraintKind.MinItems or ConstraintKind.MaxItems)
                {
                    (ofList ??= []).Add(constraint);
                }
                else if (constraint.Kind is ConstraintKind.Required or ConstraintKind.Optional or ConstraintKind.Unchecked)
                {
                    Presence ??= constraint;
                }
            }

            if (node.OfVersions.Length > 0)
            {
                (ofVersions ??= []).AddRange(node.OfVersions);
            }
        }

        OfList = ofList?.ToArray() ?? [];
        OfVersions = ofVersions?.ToArray() ?? [];
    }

    public FieldType Type { get; }

    /// <summary>The name of the field; empty for an object, an item and an entry.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Since when the field exists; null where all versions have it.</summary>
    public FieldVersion? Version { get; init; }

    /// <summary>What the field table asks for, which no row says: that the field is there; null where it may be left out.</summary>
    public Constraint? OfTable { get; init; }

    /// <summary>Whether any row says anything about the value.</summary>
    public bool HasRows => _nodes.Length > 0;

    public Constraint[] Enums { get; } = [];

    /// <summary>The formats, by the paths of their rows.</summary>
    public Constraint[][] Formats { get; } = [];

    /// <summary>The formats of a map's keys.</summary>
    public Constraint[] Keys { get; } = [];

    /// <summary>The format of a map's values.</summary>
    public Constraint? Values { get; }

    public Constraint? Minimum { get; }

    public Constraint? Maximum { get; }

    public Constraint? MaxPercent { get; }

    /// <summary>What is asked of a list as a whole.</summary>
    public Constraint[] OfList { get; } = [];

    /// <inheritdoc cref="ConstraintNode.OfVersions"/>
    public Constraint[] OfVersions { get; } = [];

    /// <summary>What the longest row says about whether the value has to be there; null where none says it.</summary>
    public Constraint? Presence { get; }

    /// <summary>The fields of the value, which is of an object type.</summary>
    public ConstraintFields Fields => _fields ??= ConstraintFields.Of(Type, _nodes);

    /// <summary>An item of the value, which is a list.</summary>
    public ConstraintPlace Item => _item!;

    /// <summary>An entry of the value, which is a map.</summary>
    public ConstraintPlace Entry(string key)
    {
        // Keys are the user's own words, so only those that rows name are kept.
        if (_entries is null || Below(_nodes, key) is not { Length: > 0 } below)
        {
            return _item!;
        }

        return _entries.TryGetValue(key, out ConstraintPlace? known) ? known : _entries.GetOrAdd(key, new ConstraintPlace(Type.Item ?? FieldType.Any, [.. below, .. _nodes]));
    }

    /// <summary>What asks for the value: the longest row that says so or the field table; null where a row lifts that, or nothing asks.</summary>
    /// <param name="around">The mapping that has the field.</param>
    public Constraint? RequiredBy(MappingNode around) =>
        Presence is null ? OfTable
        : Presence.Kind == ConstraintKind.Required && Presence.When?.Holds(around) != false ? Presence
        : null;

    /// <summary>Where a field below leads.</summary>
    public static ConstraintNode[] Below(ConstraintNode[] nodes, string field)
    {
        List<ConstraintNode>? below = null;
        foreach (ConstraintNode node in nodes)
        {
            if (node.Field(field) is { } next)
            {
                (below ??= []).Add(next);
            }
        }

        return below is null ? [] : [.. below];
    }

    private Constraint? First(ConstraintKind kind)
    {
        foreach (Constraint[] row in Rows(kind))
        {
            foreach (Constraint constraint in row)
            {
                if (constraint.When is null)
                {
                    return constraint;
                }
            }
        }

        return null;
    }

    /// <summary>The constraints of a kind in all versions, by the paths of their rows, up to a row that lifts what shorter ones say.</summary>
    private Constraint[][] Rows(ConstraintKind kind)
    {
        List<Constraint[]>? rows = null;
        foreach (ConstraintNode node in _nodes)
        {
            List<Constraint>? row = null;
            bool isUnchecked = false;
            foreach (Constraint constraint in node.Constraints)
            {
                isUnchecked = constraint.Kind == ConstraintKind.Unchecked;
                if (isUnchecked)
                {
                    break;
                }

                if (constraint.Kind == kind && constraint.Fact is null)
                {
                    (row ??= []).Add(constraint);
                }
            }

            if (row is not null)
            {
                (rows ??= []).Add([.. row]);
            }

            if (isUnchecked)
            {
                break;
            }
        }

        return rows is null ? [] : [.. rows];
    }
}
