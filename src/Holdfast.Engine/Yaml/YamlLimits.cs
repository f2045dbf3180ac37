namespace Holdfast.Engine.Yaml;

/// <summary>What no manifest needs more of. Beyond it a text is refused, not read slowly.</summary>
internal static class YamlLimits
{
    /// <summary>The API server takes 3 MiB at most.</summary>
    public const int Characters = 3 * 1024 * 1024;

    /// <summary>Mappings and lists in one another; what walks a tree relies on it.</summary>
    public const int Depth = 64;

    /// <summary>Nodes, those that aliases repeat included.</summary>
    public const int Nodes = 200_000;
}
