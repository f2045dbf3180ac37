using System.Collections.Immutable;

namespace Holdfast.Tool.Graphing;

/// <summary>A Service.</summary>
/// <param name="Name">Its name, behind its namespace where it says one.</param>
/// <param name="IsHeadless">Whether DNS answers with its pods.</param>
/// <param name="Workloads">The workloads whose pods it selects, by their place in the graph.</param>
internal sealed record GraphService(string Name, bool IsHeadless, ImmutableArray<int> Workloads);
