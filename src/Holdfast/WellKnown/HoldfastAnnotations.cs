namespace Holdfast.WellKnown;

/// <summary>Annotations of Holdfast's own.</summary>
internal static class HoldfastAnnotations
{
    /// <summary>A hash of the application's configuration files, on its pods, so that a change rolls them.</summary>
    public const string ConfigHash = "holdfast.dev/config-hash";
}
