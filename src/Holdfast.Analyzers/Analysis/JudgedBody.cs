using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>The objects of one body of code.</summary>
internal sealed record JudgedBody(ImmutableArray<MappingNode> Objects)
{
    public Location Location => Objects[0].Location ?? Location.None;
}
