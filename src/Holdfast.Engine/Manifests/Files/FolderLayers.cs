using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Files;

/// <summary>
/// The files of a folder in layers that are judged each by itself. Two files that say one object in different ways are
/// alternatives, of which one is applied: <c>local.yaml</c> beside <c>cloud.yaml</c>.
/// </summary>
internal static class FolderLayers
{
    /// <param name="files">The objects of each file, in the order in which <c>kubectl apply -f</c> takes the files.</param>
    /// <returns>One layer where no file is another's alternative. The first one also has all files that are of no alternative.</returns>
    public static ImmutableArray<ImmutableArray<MappingNode>> Of(IEnumerable<ImmutableArray<MappingNode>> files)
    {
        var layers = new List<(List<MappingNode> Objects, HashSet<(string, string, string)> Names)>();
        var known = new Dictionary<(string, string, string), MappingNode>();

        // The first layer that a name is not in, so that a hundred files that say one object are not looked for in a hundred layers each.
        var free = new Dictionary<(string, string, string), int>();
        foreach (ImmutableArray<MappingNode> file in files)
        {
            // The same said twice harms nothing and is judged once.
            var objects = new List<MappingNode>(file.Length);
            var named = new List<((string, string, string) Identity, MappingNode Node)>(file.Length);
            foreach (MappingNode node in file)
            {
                if (IdentityOf(node) is not { } identity)
                {
                    objects.Add(node);
                }
                else if (!known.TryGetValue(identity, out MappingNode? earlier) || !earlier.Equals(node))
                {
                    objects.Add(node);
                    named.Add((identity, node));
                }
            }

            int index = 0;
            foreach (((string, string, string) name, _) in named)
            {
                index = Math.Max(index, free.TryGetValue(name, out int first) ? first : 0);
            }

            while (index < layers.Count && HasAny(layers[index].Names, named))
            {
                index++;
            }

            if (index == layers.Count)
            {
                layers.Add(([], []));
            }

            layers[index].Objects.AddRange(objects);
            foreach (((string, string, string) name, MappingNode node) in named)
            {
                layers[index].Names.Add(name);
                if (!known.ContainsKey(name))
                {
                    // Nearly all names are there once, and nothing is looked for.
                    known.Add(name, node);
                    continue;
                }

                int first = free.TryGetValue(name, out int before) ? before : 0;
                while (first < layers.Count && layers[first].Names.Contains(name))
                {
                    first++;
                }

                free[name] = first;
            }
        }

        return [.. layers.Select(static layer => layer.Objects.ToImmutableArray())];
    }

    private static bool HasAny(HashSet<(string, string, string)> names, List<((string, string, string) Identity, MappingNode Node)> named)
    {
        foreach (((string, string, string) name, _) in named)
        {
            if (names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an object is to the cluster; null for a part of one, and where that is not known. Namespaces are in many files.</summary>
    private static (string Kind, string Namespace, string Name)? IdentityOf(MappingNode node) =>
        ManifestObjects.IsComplete(node)
        && ObjectView.KindOf(node) is var kind and not "Namespace"
        && node.At("metadata", "namespace") is not UnknownNode
        && node.At("metadata", "name").TryGetString(out string? name)
            ? (kind, node.At("metadata", "namespace").TryGetString(out string? space) ? space : string.Empty, name)
            : null;
}
