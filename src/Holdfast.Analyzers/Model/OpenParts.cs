using System.Collections.Immutable;

namespace Holdfast.Analyzers.Model;

/// <summary>Lists and mappings to which something may be added that is not known.</summary>
internal static class OpenParts
{
    /// <summary>
    /// A list of what is known of it. A list of mappings with an item that is not known is not known itself, since rules ask such
    /// lists for what is not in them.
    /// </summary>
    public static ManifestNode Sequence(ImmutableArray<ManifestNode> items, NodeOrigin origin) =>
        items.Any(static item => item is UnknownNode) && !items.Any(static item => item is ScalarNode)
            ? new UnknownNode(origin)
            : new SequenceNode(items, origin);
}
