namespace Holdfast.Engine.Reporting;

/// <summary>An argument of an attribute that fixes what a rule reports.</summary>
/// <param name="Attribute">The attribute's class.</param>
/// <param name="Argument">The argument that is set, or taken away.</param>
/// <param name="Title">What the editor shows; <c>{0}</c> is the value.</param>
internal sealed record ArgumentChange(string Attribute, string Argument, string Title)
{
    /// <summary>The value, as C#; what the rule suggests where there is none here and the argument stays.</summary>
    public string? Value { get; init; }

    /// <summary>Whether the argument is taken away, so that its default holds; not where the rule suggests a value.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>What the editor shows where the rule suggests a value in the place of the default.</summary>
    public string? TitleOfValue { get; init; }

    /// <summary>Arguments that do not go together with the one that is set.</summary>
    public string[] Others { get; init; } = [];
}
