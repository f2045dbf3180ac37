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

                foreach (KeyReference reference in Items(kind, source, name, owner).Concat(source["items"] is null ? Paths(kind, source, name, volume, owner) : []))
                {
                    found.Add(reference);
                }
            }

            foreach (MappingNode source in volume.At("projected", "sources").Mappings())
            {
                foreach (KeyReference reference in Items(ConfigMapView.Kind, source["configMap"], "name", owner).Concat(Items(SecretView.Kind, source["secret"], "name", owner)))
                {
                    found.Add(reference);
                }
            }
        }

        return found;
    }

    private static IEnumerable<KeyReference> Items(string kind, ManifestNode? source, string name, PodOwnerView owner) => source.At("items").Mappings()
        .Select(item => Of(kind, source, name, item["key"], owner))
        .OfType<KeyReference>()
        .Where(static reference => !reference.IsOptional);

    /// <summary>The files of a volume with all entries that containers mount one by one.</summary>
    private static IEnumerable<KeyReference> Paths(string kind, MappingNode source, string name, MappingNode volume, PodOwnerView owner)
    {
        if (!volume["name"].TryGetString(out string? own))
        {
            yield break;
        }

        foreach (MappingNode mount in owner.Containers.SelectMany(static container => container["volumeMounts"].Mappings()).Where(mount => mount["name"].Is(own)))
        {
            if (mount["subPath"].TryGetString(out string? path) && path.Trim('/').Length > 0 && Of(kind, source, name, mount["subPath"], owner) is { IsOptional: false } reference)
            {
                yield return reference with { Key = path.Trim('/'), IsPath = true };
            }
        }
    }

    private static KeyReference? Of(string kind, ManifestNode? source, string nameField, ManifestNode? key, ObjectView from) =>
        source.At(nameField).TryGetString(out string? name) && key.TryGetString(out string? text) && text.Length > 0
            ? new KeyReference(kind, name, text, key!, from) { IsOptional = source.At("optional") is not (null or ScalarNode { Kind: ScalarKind.Boolean, Text: "false" }) }
            : null;
}
