using System.Collections.Immutable;

namespace Holdfast.Tool.Graphing;

/// <summary>A pod, or several of which there is no need to tell one from the other.</summary>
/// <param name="Name">Its name, or how many they are.</param>
/// <param name="Claims">The PersistentVolumeClaims that it mounts.</param>
internal sealed record GraphPod(string Name, ImmutableArray<string> Claims);
