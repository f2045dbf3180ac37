namespace Holdfast.Engine.Constraints;

/// <summary>What the rows ask of a type, or of what a path of fields below one leads to.</summary>
internal sealed class ConstraintNode
{
    private readonly Dictionary<string, ConstraintNode> _fields = new(StringComparer.Ordinal);

    private Constraint[]? _ofVersions;

    /// <summary>The constraints, in the order of the rows.</summary>
    public List<Constraint> Constraints { get; } = [];

    /// <summary>Those that not all versions of Kubernetes ask for, which most nodes have none of. Asked for when all rows are read.</summary>
    public Constraint[] OfVersions => _ofVersions ??= [.. Constraints.Where(static constraint => constraint.Fact is not null)];

    /// <summary>Fields that have their own constraints.</summary>
    public IReadOnlyDictionary<string, ConstraintNode> Fields => _fields;

    public ConstraintNode? Field(string name) => _fields.TryGetValue(name, out ConstraintNode? field) ? field : null;

    public ConstraintNode Add(string name)
    {
        if (!_fields.TryGetValue(name, out ConstraintNode? field))
        {
            _fields.Add(name, field = new ConstraintNode());
        }

        return field;
    }
}
