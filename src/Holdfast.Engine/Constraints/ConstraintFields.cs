using System.Collections.Concurrent;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Constraints;

/// <summary>The fields of an object type at a place, and what the rows ask of the mapping as a whole.</summary>
internal sealed class ConstraintFields
{
    /// <summary>By the type's name and what leads there. A type that has itself below it comes to the same place again.</summary>
    private static readonly ConcurrentDictionary<TextPair, ConstraintFields> Known = new();

    /// <summary>By API version and kind.</summary>
    private static readonly ConcurrentDictionary<TextPair, ConstraintFields> Objects = new();

    private readonly Dictionary<string, ConstraintPlace> _fields = new(StringComparer.Ordinal);

    private ConstraintFields(FieldType type, ConstraintNode[] nodes)
    {
        Type = type;
        IReadOnlyList<string> required = FieldTable.RequiredOf(type);
        foreach (KeyValuePair<string, FieldType> field in FieldTable.FieldsOf(type))
        {
            _fields.Add(field.Key, new ConstraintPlace(field.Value, ConstraintPlace.Below(nodes, field.Key))
            {
                Name = field.Key,
                Version = FieldVersions.Of(type.Name, field.Key),
                OfTable = required.Contains(field.Key) ? OfTable(type.Name + "." + field.Key) : null,
            });
        }

        RequiredByTable = [.. required.Select(field => _fields[field])];
        RequiredByRows = Required(static _ => true, required);
        RequiredAlways = Required(static constraint => constraint.CountsInAttributes, []);

        OfMapping =
        [
            .. ConstraintNode.Counting(nodes)
                .SelectMany(static node => node.Constraints)
                .Where(static constraint => constraint.Kind is ConstraintKind.OneOf or ConstraintKind.AtMostOne or ConstraintKind.Require or ConstraintKind.Forbid),
        ];

        static Constraint OfTable(string path) =>
            new(ConstraintKind.Required, []) { Id = "HF6007", Path = path, IsUnrecorded = !ConstraintTable.RefusedWithout.Contains(path) };

        ConstraintPlace[] Required(Predicate<Constraint> counts, IReadOnlyList<string> except)
        {
            var places = new List<ConstraintPlace>();
            foreach (ConstraintNode node in nodes)
            {
                foreach (KeyValuePair<string, ConstraintNode> field in node.Fields)
                {
                    if (_fields.TryGetValue(field.Key, out ConstraintPlace? place)
                        && !places.Contains(place)
                        && !except.Contains(field.Key)
                        && field.Value.Constraints.Exists(constraint => constraint.Kind == ConstraintKind.Required && counts(constraint)))
                    {
                        places.Add(place);
                    }
                }
            }

            return [.. places];
        }
    }

    public FieldType Type { get; }

    /// <summary>What the field table asks for.</summary>
    public ConstraintPlace[] RequiredByTable { get; }

    /// <summary>What only rows ask for.</summary>
    public ConstraintPlace[] RequiredByRows { get; }

    /// <summary>What rows ask for in what attributes make, too.</summary>
    public ConstraintPlace[] RequiredAlways { get; }

    /// <summary>What is asked of the mapping as a whole.</summary>
    public Constraint[] OfMapping { get; }

    /// <summary>The fields of an object; null where it is of no type that is known.</summary>
    public static ConstraintFields? Of(MappingNode node)
    {
        var key = new TextPair(ObjectView.ApiVersionOf(node), ObjectView.KindOf(node));
        return Objects.TryGetValue(key, out ConstraintFields? known) ? known
            : FieldTable.Find(key.First, key.Second) is { } type ? Objects.GetOrAdd(key, Of(type, []))
            : null;
    }

    /// <param name="type">An object type.</param>
    /// <param name="reached">What rows about types around it ask of it, those of the longest path first.</param>
    public static ConstraintFields Of(FieldType type, ConstraintNode[] reached)
    {
        ConstraintNode[] nodes = ConstraintTable.Of(type.Name) is { } own ? [.. reached, own] : reached;
        return Known.GetOrAdd(new TextPair(type.Name, string.Join(" ", nodes.Select(static node => node.Path))), _ => new ConstraintFields(type, nodes));
    }

    /// <summary>A field; null where the type has none of that name.</summary>
    public ConstraintPlace? Field(string name) => _fields.TryGetValue(name, out ConstraintPlace? field) ? field : null;
}
