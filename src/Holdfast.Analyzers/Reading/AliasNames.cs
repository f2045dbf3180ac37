namespace Holdfast.Analyzers.Reading;

/// <summary>What generated files with objects of KubernetesClient call namespaces: names that a project's own files hardly ever have.</summary>
internal static class AliasNames
{
    /// <summary>The namespace of KubernetesClient's models.</summary>
    public const string Models = "_K";

    /// <summary>The namespace of .NET's collections.</summary>
    public const string Collections = "_L";

    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <summary>Both of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Models, Collections];

    /// <summary>Whether a name is one of them, with whatever number behind it.</summary>
    public static bool Has(string name) => name.Length > 1 && name[0] == '_' && name.TrimEnd(Digits) is Models or Collections;
}
