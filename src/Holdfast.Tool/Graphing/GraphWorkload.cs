using System.Collections.Immutable;

namespace Holdfast.Tool.Graphing;

/// <summary>What runs pods.</summary>
/// <param name="Kind">Its kind, such as <c>StatefulSet</c>.</param>
/// <param name="Name">Its name, behind its namespace where it says one.</param>
/// <param name="Pods">Its pods: each by its name for a StatefulSet, one entry for all of them else.</param>
internal sealed record GraphWorkload(string Kind, string Name, ImmutableArray<GraphPod> Pods);
