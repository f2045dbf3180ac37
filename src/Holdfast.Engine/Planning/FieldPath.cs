using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Planning;

/// <summary>The way from an object to one of its fields: <c>spec.template.spec.containers[name=orders].image</c>.</summary>
/// <param name="Steps">The steps, outermost first; none for the object itself.</param>
internal sealed record FieldPath(EquatableArray<PathStep> Steps)
{
    public static FieldPath Empty { get; } = new(EquatableArray<PathStep>.Empty);

    /// <summary>The field's name; null where the path leads to an item of a list.</summary>
    public string? Field => Steps.Count == 0 ? null : Steps[Steps.Count - 1].Field;

    public FieldPath Then(PathStep step) => new(Steps.Append(step).ToEquatableArray());

    /// <summary>The names of the fields alone, without the items between them: <c>spec.template.spec.containers.image</c>.</summary>
    public string Shape => string.Join(".", Steps.Where(static step => step.Field is not null).Select(static step => step.Field));

    /// <summary>Whether it leads to a field or to something in it; both are given without items.</summary>
    public bool IsIn(string shape) => Shape is var own && (own == shape || own.StartsWith(shape + ".", StringComparison.Ordinal));

    public override string ToString()
    {
        string text = string.Concat(Steps);
        return text.Length > 0 && text[0] == '.' ? text.Substring(1) : text;
    }
}
