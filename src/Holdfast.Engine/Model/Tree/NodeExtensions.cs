using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Model.Tree;

/// <summary>Ways through a tree. What is unknown is never found: a rule that asks for a value gets it or nothing.</summary>
internal static class NodeExtensions
{
    /// <summary>
    /// The node at the end of a path of fields; null where a step is missing or no mapping. What is inside of something
    /// unknown is unknown.
    /// </summary>
    public static ManifestNode? At(this ManifestNode? node, string key) => node switch
    {
        MappingNode mapping => mapping[key],
        UnknownNode => node,
        _ => null,
    };

    // Rules ask for short paths at every turn, so those make no array.

    /// <inheritdoc cref="At(ManifestNode?, string)"/>
    public static ManifestNode? At(this ManifestNode? node, string first, string second) => node.At(first).At(second);

    /// <inheritdoc cref="At(ManifestNode?, string)"/>
    public static ManifestNode? At(this ManifestNode? node, string first, string second, string third) => node.At(first).At(second).At(third);

    /// <inheritdoc cref="At(ManifestNode?, string)"/>
    public static ManifestNode? At(this ManifestNode? node, string first, string second, string third, string fourth) =>
        node.At(first).At(second).At(third).At(fourth);

    /// <inheritdoc cref="At(ManifestNode?, string)"/>
    public static ManifestNode? At(this ManifestNode? node, params string[] path)
    {
        foreach (string key in path)
        {
            node = node.At(key);
        }

        return node;
    }

    /// <summary>The items of a list that are mappings; none where it is not a list.</summary>
    public static MappingItems Mappings(this ManifestNode? node) => new(node as SequenceNode);

    /// <summary>The places of a node and of all that is in it, outermost first.</summary>
    public static IEnumerable<Location> Locations(this ManifestNode node)
    {
        if (node.Location is not null)
        {
            yield return node.Location;
        }

        IEnumerable<ManifestNode> children = node switch
        {
            MappingNode mapping => mapping.Entries.Select(static entry => entry.Value),
            SequenceNode sequence => sequence.Items,
            _ => [],
        };
        foreach (Location location in children.SelectMany(Locations))
        {
            yield return location;
        }
    }

    /// <summary>Whether a mapping was written field by field, and not made by an attribute.</summary>
    public static bool IsWritten(this MappingNode mapping)
    {
        if (mapping.Entries.Count == 0)
        {
            return mapping.Place.IsKnown;
        }

        foreach (MappingEntry entry in mapping.Entries)
        {
            if (entry.KeyPlace.IsKnown)
            {
                return true;
            }
        }

        return false;
    }

    public static bool TryGetString(this ManifestNode? node, [NotNullWhen(true)] out string? text)
    {
        text = node is ScalarNode { Kind: ScalarKind.String } scalar ? scalar.Text : null;
        return text is not null;
    }

    public static bool TryGetInteger(this ManifestNode? node, out long number)
    {
        number = 0;
        return node is ScalarNode { Kind: ScalarKind.Integer } scalar
            && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether there is nothing: to the API server a null is not a value either.</summary>
    public static bool IsAbsent(this ManifestNode? node) => node is null or ScalarNode { Kind: ScalarKind.Null };

    /// <summary>Whether a field is a certain string.</summary>
    public static bool Is(this ManifestNode? node, string text) => node.TryGetString(out string? actual) && actual == text;

    /// <summary>Whether a field is set to true for certain.</summary>
    public static bool IsTrue(this ManifestNode? node) => node is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" };

    /// <summary>Whether it is the boolean false.</summary>
    public static bool IsFalse(this ManifestNode? node) => node is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" };
}
