namespace Holdfast.Build;

/// <summary>What one assembly has to write.</summary>
/// <param name="AssemblyName">The assembly's simple name.</param>
/// <param name="Manifests">Its manifests, in metadata order.</param>
internal sealed record AssemblyManifests(string AssemblyName, IReadOnlyList<Manifest> Manifests)
{
    /// <summary>What its applications need and make, a text for each, as <see cref="PrerequisiteLine"/> reads it.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];
}
