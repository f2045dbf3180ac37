namespace Holdfast.Engine.Constraints;

/// <summary>What the rows ask of a type, or of what a path of fields below one leads to.</summary>
/// <param name="path">The type, or the path of fields below one, as rows have it.</param>
internal sealed class ConstraintNode(string path)
{
    private readonly Dictionary<string, ConstraintNode> _fields = new(StringComparer.Ordinal);

    private Constraint[]? _ofVersions;

    public string Path { get; } = path;

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
            _fields.Add(name, field = new ConstraintNode(Path + "." + name));
        }

        return field;
    }

    /// <summary>Those that count beside each other: what one leaves unchecked is unchecked for shorter paths too.</summary>
    /// <param name="nodes">Nodes, those of the longest path first.</param>
    public static List<ConstraintNode> Counting(IEnumerable<ConstraintNode> nodes)
    {
        var found = new List<ConstraintNode>();
        foreach (ConstraintNode node in nodes)
        {
            found.Add(node);
            if (node.Constraints.Exists(static constraint => constraint.Kind == ConstraintKind.Unchecked))
            {
                return found;
            }
        }

        return found;
    }
}
