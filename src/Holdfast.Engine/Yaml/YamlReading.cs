using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Yaml;

/// <summary>What was read of a text.</summary>
/// <param name="Documents">The documents that are mappings, as far as they can be read; empty ones are left out.</param>
/// <param name="Problems">What cannot be read, in the order of the text.</param>
internal sealed record YamlReading(ImmutableArray<MappingNode> Documents, ImmutableArray<YamlProblem> Problems)
{
    /// <summary>The documents that are lists, where those are asked for.</summary>
    public ImmutableArray<SequenceNode> Lists { get; init; } = [];
}
