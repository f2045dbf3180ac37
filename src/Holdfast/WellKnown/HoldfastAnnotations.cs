namespace Holdfast.WellKnown;

/// <summary>Annotations of Holdfast's own.</summary>
internal static class HoldfastAnnotations
{
    /// <summary>A hash of the application's configuration files, on its pods, so that a change rolls them.</summary>
    public const string ConfigHash = "holdfast.dev/config-hash";

    /// <summary>
    /// On a workload without a declaration: <c>true</c> where it works only while more than half of its replicas do,
    /// like <c>[Quorum]</c> on a declared one.
    /// </summary>
    public const string Quorum = "holdfast.dev/quorum";
}
