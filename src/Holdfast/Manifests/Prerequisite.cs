namespace Holdfast;

/// <summary>An object that an application refers to and does not make: it must be in the cluster before the application is applied.</summary>
/// <param name="kind">The object's kind.</param>
/// <param name="name">The object's name.</param>
/// <param name="ns">The object's namespace.</param>
/// <param name="keys">The entries that the application uses.</param>
/// <param name="isOptional">Whether the application starts without it.</param>
public sealed class Prerequisite(string kind, string name, string? ns, IReadOnlyList<string> keys, bool isOptional)
{
    /// <summary>The object's kind: <c>Secret</c>, <c>StorageClass</c>, <c>Namespace</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The object's name.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// The object's namespace; <see langword="null"/> where its kind has none, and where the application is for the namespace that it is
    /// applied to.
    /// </summary>
    public string? Namespace { get; } = ns;

    /// <summary>The entries of a Secret or a ConfigMap that the application uses, sorted; empty where it uses all that there are.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;

    /// <summary>Whether the application starts without it.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>The kind and the name: <c>Secret orders-db</c>.</summary>
    public override string ToString() => Kind + " " + Name;
}
