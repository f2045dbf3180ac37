namespace Holdfast.Local.Manifests;

/// <summary>An environment variable: a literal, or a source with what it is asked for.</summary>
internal sealed record EnvSpec(string Name, string? Value)
{
    /// <summary><c>fieldRef</c>, <c>resourceFieldRef</c>, <c>configMapKeyRef</c> or <c>secretKeyRef</c>; null for a literal.</summary>
    public string? Source { get; init; }

    /// <summary>The field's path, or the name of the object.</summary>
    public string Object { get; init; } = "";

    public string Key { get; init; } = "";

    public bool Optional { get; init; }
}
