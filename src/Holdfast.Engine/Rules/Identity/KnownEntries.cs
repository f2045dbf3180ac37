using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>The entries of all ConfigMaps and Secrets that are known.</summary>
internal sealed class KnownEntries
{
    // Indexes that other sets share. A thousand folders, each beside all others, look through no object that they do not name.
    private readonly ImmutableArray<ObjectIndex> _indexes;

    public KnownEntries(ManifestSet manifests) => _indexes = [manifests.Judged, .. manifests.ExistingParts, new ObjectIndex(manifests.Alternatives)];

    /// <summary>Whether an object of this name is known, in whatever namespace.</summary>
    public bool Has(string kind, string name) => Named(kind, name).Any();

    /// <summary>
    /// The entries of an object, of all forms of it that are known; null where it is not declared, or something else may fill it: one that
    /// is declared empty, or whose annotations ask a controller for entries.
    /// </summary>
    public HashSet<string>? Of(string kind, string name, ObjectView from)
    {
        HashSet<string>? entries = null;
        foreach (PlainView view in Named(kind, name))
        {
            if (view.IsApartFrom(from))
            {
                continue;
            }

            MappingNode node = view.Node;
            if (node.IsOpen || node["type"] is not (null or ScalarNode { Text: "Opaque" }) || IsFilledIn(node.At("metadata")))
            {
                return null;
            }

            string[] own = [.. new[] { node["data"], node["binaryData"], node["stringData"] }.SelectMany(static data => data is MappingNode { IsOpen: false } mapping ? mapping.Entries.Select(static entry => entry.Key) : data.IsAbsent() ? [] : [string.Empty])];
            if (own.Length == 0 || own.Contains(string.Empty))
            {
                return null;
            }

            entries ??= new HashSet<string>(StringComparer.Ordinal);
            entries.UnionWith(own);
        }

        return entries;
    }

    private IEnumerable<PlainView> Named(string kind, string name)
    {
        var key = new TextPair(kind, name);
        IEnumerable<PlainView> named = [];
        foreach (ObjectIndex index in _indexes)
        {
            named = named.Concat(index.EntriesNamed(key));
        }

        return named;
    }

    /// <summary>Controllers that copy entries into an object, or make them, are asked by annotations or labels of a domain.</summary>
    private static bool IsFilledIn(ManifestNode? metadata) => new[] { metadata.At("annotations"), metadata.At("labels") }.Any(static marks =>
        marks is UnknownNode or MappingNode { IsOpen: true }
        || (marks is MappingNode mapping && mapping.Entries.Any(static entry => Fillers.Any(filler => entry.Key.IndexOf(filler, StringComparison.OrdinalIgnoreCase) >= 0))));

    private static readonly string[] Fillers = ["inject", "reflector", "replicat", "generat", "sync", "vault", "cert-manager", "managed-by-operator", "mirror"];
}
