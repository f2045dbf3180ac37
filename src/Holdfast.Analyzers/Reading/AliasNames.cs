namespace Holdfast.Analyzers.Reading;

/// <summary>What generated files call namespaces and the attribute of theirs: names that a project's own files hardly ever have.</summary>
internal static class AliasNames
{
    /// <summary>The namespace of the library.</summary>
    public const string Library = "_H";

    /// <summary>The attribute of what is generated.</summary>
    public const string Attribute = "_HG";

    /// <summary>The namespace of KubernetesClient's models.</summary>
    public const string Models = "_K";

    /// <summary>The namespace of .NET's collections.</summary>
    public const string Collections = "_L";

    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Library, Attribute, Models, Collections];

    /// <summary>Whether a name is one of them, with whatever number behind it.</summary>
    public static bool Has(string name) => name.Length > 1 && name[0] == '_' && name.TrimEnd(Digits) is Library or Attribute or Models or Collections;
}
