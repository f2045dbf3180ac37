using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>What kustomize makes of a directory, as far as that is known without running it.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="IsOpen">Whether there are more objects that are not known: of another repository, of a chart, of a generator.</param>
/// <param name="IsUnknown">Whether the objects themselves are not known, since something changes them that is not understood.</param>
internal sealed record KustomizeResult(ImmutableArray<MappingNode> Objects, bool IsOpen, bool IsUnknown);
