using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>A container's environment.</summary>
internal static class EnvImport
{
    public static IEnumerable<EnvDeclaration> Variables(MappingNode container, VolumeImport volumes)
    {
        foreach (MappingNode variable in container["env"].Mappings())
        {
            if (!variable["name"].TryGetString(out string? name) || name.Length == 0)
            {
                continue;
            }

            ManifestNode? from = variable["valueFrom"];
            ManifestNode? map = from.At("configMapKeyRef");
            ManifestNode? secret = from.At("secretKeyRef");
            ManifestNode? file = from.At("fileKeyRef");
            ManifestNode? entry = map ?? secret ?? file;
            yield return new EnvDeclaration(
                Said.Of(name),
                from is null ? Said.Of(variable["value"].TryGetString(out string? value) ? value : string.Empty) : default,
                Said.Text(from.At("fieldRef", "fieldPath")),
                Said.Text(from.At("resourceFieldRef", "resource")),
                Said.Text(from.At("resourceFieldRef", "divisor")),
                Said.Text(map.At("name")),
                Said.Text(secret.At("name")),
                Said.Text(entry.At("key")),
                Said.True(entry.At("optional")))
            {
                Fields = FieldValues.Take("Env", FieldPlace.Env, variable),
                FileVolume = file.At("volumeName").TryGetString(out string? volume) && volumes.MemberOf(volume) is { } member ? Said.Of(member) : default,
                FilePath = Said.Text(file.At("path")),
            };
        }
    }

    public static IEnumerable<EnvFromDeclaration> Sources(MappingNode container)
    {
        // Order decides which source has the last word, and a list without keys is patched as a whole, so it is all or nothing.
        List<EnvFromDeclaration> sources = [];
        foreach (MappingNode source in container["envFrom"].Mappings())
        {
            Declared<string> map = Said.Text(source.At("configMapRef", "name"));
            Declared<string> secret = Said.Text(source.At("secretRef", "name"));
            if (map.State == secret.State)
            {
                return [];
            }

            sources.Add(new EnvFromDeclaration(
                map,
                secret,
                Said.Text(source["prefix"]),
                Said.True(source.At(map.State == DeclaredState.Known ? "configMapRef" : "secretRef", "optional"))));
        }

        return sources;
    }
}
