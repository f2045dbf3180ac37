using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Model.References;

/// <summary>A field that names an entry of a ConfigMap or a Secret.</summary>
/// <param name="Kind">The kind of the object that has the entries.</param>
/// <param name="Object">Its name.</param>
/// <param name="Key">The entry.</param>
/// <param name="At">The value that names the entry.</param>
/// <param name="From">The object that has the field.</param>
internal sealed record KeyReference(string Kind, string Object, string Key, ManifestNode At, ObjectView From)
{
    private static readonly (string Kind, string Field)[] OfVariables = [(ConfigMapView.Kind, "configMapKeyRef"), (SecretView.Kind, "secretKeyRef")];

    private static readonly (string Kind, string Field, string Name)[] OfVolumes = [(ConfigMapView.Kind, "configMap", "name"), (SecretView.Kind, "secret", "secretName")];

    /// <summary>Where the entry is named.</summary>
    public Location? Place => At.Location;

    /// <summary>Whether the container starts without the entry.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is a path in a volume of all entries.</summary>
    public bool IsPath { get; init; }

    /// <summary>Whether an entry is the one that is named.</summary>
    public bool IsMetBy(string entry) => entry == Key;

    public static List<KeyReference> In(PodOwnerView owner)
    {
        var found = new List<KeyReference>();
        foreach (MappingNode container in owner.Containers)
        {
            foreach (MappingNode variable in container["env"].Mappings())
            {
                if (variable["valueFrom"] is not MappingNode source)
                {
                    continue;
                }

                foreach ((string kind, string field) in OfVariables)
                {
                    if (Of(kind, source[field], "name", source[field].At("key"), owner) is { IsOptional: false } reference)
                    {
                        found.Add(reference);
                    }
                }
            }
        }

        foreach (MappingNode volume in owner.Volumes)
        {
            foreach ((string kind, string field, string name) in OfVolumes)
            {
                if (volume[field] is not MappingNode source)
                {
                    continue;
                }

                AddItems(kind, source, name);
                if (source["items"] is null)
                {
                    AddPaths(kind, source, name, volume);
                }
            }

            foreach (MappingNode source in volume.At("projected", "sources").Mappings())
            {
                AddItems(ConfigMapView.Kind, source["configMap"], "name");
                AddItems(SecretView.Kind, source["secret"], "name");
            }
        }

        return found;

        void AddItems(string kind, ManifestNode? source, string name)
        {
            foreach (MappingNode item in source.At("items").Mappings())
            {
                if (Of(kind, source, name, item["key"], owner) is { IsOptional: false } reference)
                {
                    found.Add(reference);
                }
            }
        }

        // The files of a volume with all entries that containers mount one by one.
        void AddPaths(string kind, MappingNode source, string name, MappingNode volume)
        {
            if (!volume["name"].TryGetString(out string? own))
            {
                return;
            }

            foreach (MappingNode container in owner.Containers)
            {
                foreach (MappingNode mount in container["volumeMounts"].Mappings())
                {
                    if (mount["name"].Is(own)
                        && mount["subPath"].TryGetString(out string? path)
                        && path.Trim('/').Length > 0
                        && Of(kind, source, name, mount["subPath"], owner) is { IsOptional: false } reference)
                    {
                        found.Add(reference with { Key = path.Trim('/'), IsPath = true });
                    }
                }
            }
        }
    }

    private static KeyReference? Of(string kind, ManifestNode? source, string nameField, ManifestNode? key, ObjectView from) =>
        source.At(nameField).TryGetString(out string? name) && key.TryGetString(out string? text) && text.Length > 0
            ? new KeyReference(kind, name, text, key!, from) { IsOptional = source.At("optional") is not (null or ScalarNode { Kind: ScalarKind.Boolean, Text: "false" }) }
            : null;
}
