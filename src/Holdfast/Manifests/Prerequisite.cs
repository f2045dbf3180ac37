using System.ComponentModel;

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

    /// <summary>The objects that the application refers to and that no application of the project makes, sorted by kind, namespace and name.</summary>
    /// <param name="lines">What generated code says about them: a line for each, with tabs between its fields.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyList<Prerequisite> Read(string lines = "")
    {
        // The generated property inherits this documentation, so it holds what an editor shows of that: there is no <returns>.
        if (lines.Length == 0)
        {
            return [];
        }

        var read = new List<Prerequisite>();
        foreach (string line in lines.Split('\n'))
        {
            // What is made is for the build alone.
            if (line.Split('\t') is ["needs", var kind, var name, var space, var optional, var keys])
            {
                read.Add(new Prerequisite(kind, name, space.Length == 0 ? null : space, keys.Length == 0 ? [] : keys.Split(','), optional == "optional"));
            }
        }

        return read.ToArray();
    }

    /// <summary>The kind and the name: <c>Secret orders-db</c>.</summary>
    public override string ToString() => Kind + " " + Name;
}
