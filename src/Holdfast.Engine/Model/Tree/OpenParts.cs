using System.Collections.Immutable;

namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// Lists and mappings to which something may be added that is not known. Rules look for fields that are missing and for fields that
/// are there, so objects with such parts are judged twice: with all that may be there, and without. What is found both times
/// is true whatever is there.
/// </summary>
internal static class OpenParts
{
    /// <summary>What stands for fields that may be there; no field has the name.</summary>
    private const string Rest = "\uE000";

    public static bool AreIn(ManifestNode node) => Any(node, static mapping => mapping.IsOpen);

    /// <summary>Whether any mapping of a tree is one that is looked for.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="isOne">Whether a mapping is one, by its own fields.</param>
    public static bool Any(ManifestNode node, Func<MappingNode, bool> isOne)
    {
        // Asked of every object of every file, so it walks without enumerators.
        if (node is MappingNode mapping)
        {
            if (isOne(mapping))
            {
                return true;
            }

            foreach (MappingEntry entry in mapping.Entries)
            {
                if (Any(entry.Value, isOne))
                {
                    return true;
                }
            }
        }
        else if (node is SequenceNode sequence)
        {
            foreach (ManifestNode item in sequence.Items)
            {
                if (Any(item, isOne))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A tree with all that may be there: each field that is asked for is there and unknown.</summary>
    public static ManifestNode With(ManifestNode node) => Map(node, static mapping => mapping.IsOpen
        ? mapping.With(mapping.Entries.Append(new MappingEntry(Rest, new UnknownNode())))
        : mapping);

    /// <summary>A tree with what is known alone.</summary>
    public static ManifestNode Without(ManifestNode node) => Map(node, static mapping => mapping.IsOpen
        ? new MappingNode(mapping.Entries, mapping.Location)
        : mapping);

    private static ManifestNode Map(ManifestNode node, Func<MappingNode, MappingNode> change) => node switch
    {
        _ when !AreIn(node) => node,
        MappingNode mapping => change(mapping.With(mapping.Entries.Select(entry => new MappingEntry(entry.Key, Map(entry.Value, change), entry.KeyLocation)))),
        SequenceNode sequence => new SequenceNode(sequence.Items.Select(item => Map(item, change)), sequence.Location),
        _ => node,
    };

    /// <summary>
    /// A list of what is known of it. A list of mappings with an item that is not known is not known itself, since rules ask such
    /// lists for what is not in them.
    /// </summary>
    public static ManifestNode Sequence(ImmutableArray<ManifestNode> items, NodeLocation location) =>
        items.Any(static item => item is UnknownNode) && !items.Any(static item => item is ScalarNode)
            ? new UnknownNode(location)
            : new SequenceNode(items, location);
}
