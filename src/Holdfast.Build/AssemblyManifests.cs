namespace Holdfast.Build;

/// <summary>What one assembly has to write.</summary>
/// <param name="AssemblyName">The assembly's simple name.</param>
/// <param name="Manifests">Its manifests, in metadata order.</param>
internal sealed record AssemblyManifests(string AssemblyName, IReadOnlyList<Manifest> Manifests);
