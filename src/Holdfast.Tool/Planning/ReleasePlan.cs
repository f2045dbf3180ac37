using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Planning;
using Microsoft.CodeAnalysis;

namespace Holdfast.Tool.Planning;

/// <summary>What applying one release over another would do.</summary>
/// <param name="Before">The release that is applied over.</param>
/// <param name="After">The release that is applied.</param>
/// <param name="Changes">The objects that differ.</param>
/// <param name="Unchanged">How many objects stay as they are.</param>
/// <param name="Sets">What becomes of each StatefulSet that differs.</param>
/// <param name="Found">What rules say about the change.</param>
internal sealed record ReleasePlan(
    PlanSide Before,
    PlanSide After,
    ImmutableArray<ObjectChange> Changes,
    int Unchanged,
    ImmutableArray<SetOutcome> Sets,
    ImmutableArray<Diagnostic> Found)
{
    /// <summary>StorageClasses that are known.</summary>
    public ImmutableArray<MappingNode> StorageClasses { get; init; } = [];
}
