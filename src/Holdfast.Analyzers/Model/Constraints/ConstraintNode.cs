namespace Holdfast.Analyzers.Model.Constraints;

/// <summary>What the rows ask of a type, or of what a path of fields below one leads to.</summary>
internal sealed class ConstraintNode
{
    private readonly Dictionary<string, ConstraintNode> _fields = new(StringComparer.Ordinal);

    /// <summary>The constraints, in the order of the rows.</summary>
    public List<Constraint> Constraints { get; } = [];

    /// <summary>Fields that have constraints of their own.</summary>
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
