using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>What generators make, as far as others refer to it: names and keys. The hash at the end of a name is kustomize's own matter.</summary>
internal static class KustomizeGenerators
{
    public static void Apply(ManifestNode? generators, string kind, List<MappingNode> objects)
    {
        foreach (MappingNode generator in generators.Mappings())
        {
            if (generator["name"] is not { } name)
            {
                continue;
            }

            int index = name.TryGetString(out string? text) ? objects.FindIndex(node => ObjectView.KindOf(node) == kind && node.At("metadata", "name").Is(text)) : -1;
            ManifestNode data = EntriesOf(generator);
            if (index >= 0 && generator["behavior"].Is("replace"))
            {
                objects[index] = Made(kind, name, data);
            }
            else if (index >= 0 && generator["behavior"].Is("merge"))
            {
                objects[index] = Made(kind, name, Merged(objects[index]["data"], data));
            }
            else
            {
                objects.Add(Made(kind, name, data));
            }
        }
    }

    private static MappingNode Made(string kind, ManifestNode name, ManifestNode data) => new(
    [
        new MappingEntry("apiVersion", ScalarNode.String("v1")),
        new MappingEntry("kind", ScalarNode.String(kind)),
        new MappingEntry("metadata", new MappingNode([new MappingEntry("name", name)])),
        new MappingEntry("data", data),
    ]);

    /// <summary>Its keys: those of literals, and the names of files. What is in files of variables is not known.</summary>
    private static ManifestNode EntriesOf(MappingNode generator)
    {
        if (generator.IsOpen || generator["env"] is not null || generator["envs"] is not null || generator["options"] is not null)
        {
            return new UnknownNode();
        }

        var entries = new List<MappingEntry>();
        foreach (string field in (string[])["literals", "files"])
        {
            if (generator[field] is not (null or SequenceNode))
            {
                return new UnknownNode();
            }

            foreach (ManifestNode item in (generator[field] as SequenceNode)?.Items ?? default)
            {
                if (!item.TryGetString(out string? text) || KeyOf(text, isFile: field == "files") is not { Length: > 0 } key)
                {
                    return new UnknownNode();
                }

                entries.Add(new MappingEntry(key, new UnknownNode()));
            }
        }

        return entries.Count == 0 ? new UnknownNode() : new MappingNode(entries);
    }

    private static string? KeyOf(string text, bool isFile)
    {
        int equals = text.IndexOf('=');
        return equals >= 0 ? text.Substring(0, equals).Trim() : isFile ? text.Substring(text.LastIndexOf('/') + 1) : null;
    }

    private static ManifestNode Merged(ManifestNode? before, ManifestNode data) => before is MappingNode { IsOpen: false } own && data is MappingNode added
        ? new MappingNode(own.Entries.Where(entry => added[entry.Key] is null).Concat(added.Entries))
        : new UnknownNode();
}
