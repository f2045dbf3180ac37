namespace Holdfast.Tool.Files;

/// <summary>Which files and folders are looked at where a folder is named.</summary>
internal static class ManifestPatterns
{
    /// <summary>The folder of the manifests of the last release, which the build writes with <c>-t:HoldfastShip</c>.</summary>
    public const string Shipped = "kubernetes.shipped";

    /// <summary>Folders with what tools make or fetch.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules" };

    /// <summary>Whether it may be a manifest: YAML, JSON, or kustomize's file.</summary>
    public static bool IsManifest(ReadOnlySpan<char> name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || name is "Kustomization";

    /// <summary>Whether a folder below a named one is looked at. Of hidden ones only <c>.k8s</c> is, as in a build.</summary>
    public static bool IsWalked(string name) => name == ".k8s" || (!name.StartsWith('.') && !Skipped.Contains(name));
}
