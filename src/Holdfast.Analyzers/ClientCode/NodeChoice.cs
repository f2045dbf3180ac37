using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>What is known of a value that is one of several: what all of them have.</summary>
internal static class NodeChoice
{
    /// <param name="place">Where it is chosen.</param>
    /// <param name="nodes">The values; null for one that is null.</param>
    /// <returns>Null where it is null whichever it is.</returns>
    public static ManifestNode? Of(Location place, ImmutableArray<ManifestNode?> nodes)
    {
        if (nodes.IsEmpty)
        {
            return new UnknownNode(place);
        }

        ManifestNode? both = nodes[0];
        for (int i = 1; i < nodes.Length; i++)
        {
            both = Of(place, both, nodes[i]);
        }

        return both;
    }

    /// <summary>One of several texts, of which each is known where they are texts; null for one that is left out.</summary>
    public static ManifestNode? Text(Location place, ImmutableArray<ManifestNode?> nodes)
    {
        ImmutableArray<string?>.Builder texts = ImmutableArray.CreateBuilder<string?>();
        foreach (ManifestNode? node in nodes)
        {
            switch (node)
            {
                case null or ScalarNode { Kind: ScalarKind.String or ScalarKind.Null }:
                    texts.Add(node is ScalarNode { Kind: ScalarKind.String } scalar ? scalar.Text : null);
                    break;
                case UnknownNode { Choices: { IsDefault: false } choices }:
                    texts.AddRange(choices);
                    break;
                default:
                    return Of(place, nodes);
            }
        }

        ImmutableArray<string?> all = [.. texts.Distinct(StringComparer.Ordinal)];
        return all.Length > 1 ? new UnknownNode(place, choices: all) : nodes[0];
    }

    private static ManifestNode? Of(Location place, ManifestNode? one, ManifestNode? other) => (one, other) switch
    {
        (null, null) => null,
        (MappingNode first, MappingNode second) => new MappingNode(
            first.Entries.Select(static entry => entry.Key).Union(second.Entries.Select(static entry => entry.Key)).Select(key =>
            {
                MappingEntry known = first.Entry(key) ?? second.Entry(key)!.Value;
                return new MappingEntry(key, Of(place, first[key], second[key]) ?? new UnknownNode(place), known.KeyLocation);
            }),
            first.Location),
        ({ } first, { } second) when first.Equals(second) => first,
        _ => new UnknownNode(place),
    };
}
