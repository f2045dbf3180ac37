namespace Holdfast.Engine.Manifests.Helm;

/// <summary>What is between two pairs of braces in a template.</summary>
internal enum HelmActionKind
{
    /// <summary>Writes a value: <c>.Values.x</c>, <c>include</c>, <c>toYaml</c>.</summary>
    Expression,

    /// <summary>Writes nothing: a comment, or a variable that gets a value.</summary>
    Silent,

    /// <summary>Begins a part that may be there: <c>if</c>, <c>with</c>, <c>range</c>, <c>block</c>.</summary>
    Open,

    /// <summary>Begins a text that only others include: <c>define</c>.</summary>
    Define,

    /// <summary>Begins what is there instead: <c>else</c>, with or without its own condition.</summary>
    Else,

    /// <summary>Ends a part.</summary>
    End,
}
