using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>The objects of one body of code, and what was said about them already.</summary>
internal sealed record JudgedBody(ImmutableArray<MappingNode> Objects)
{
    public HashSet<(string Id, Location Location)> Told { get; } = [];

    public Location Location => Objects[0].Location ?? Location.None;
}
