namespace Holdfast.Engine.Wording;

/// <summary>What an attribute has for a field of Kubernetes.</summary>
/// <param name="Name">The attribute, as it is written; null where several have the argument.</param>
/// <param name="Argument">The argument; null for the one by position, or for the attribute as a whole.</param>
internal sealed record AttributeField(string? Name, string? Argument)
{
    /// <summary>The enum that the argument takes; null where it takes none.</summary>
    public string? Enum { get; init; }

    /// <summary>The value that the argument has where this field is there; null for the field's own value.</summary>
    public string? Fixed { get; init; }

    /// <summary>Whether the argument is true where the field is false.</summary>
    public bool IsOpposite { get; init; }

    /// <summary>Whether the attribute is named without a value.</summary>
    public bool IsWhole { get; init; }
}
