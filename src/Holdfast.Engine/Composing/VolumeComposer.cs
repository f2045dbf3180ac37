using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Composing;

/// <summary>The volumes of a pod that are not claims.</summary>
internal static class VolumeComposer
{
    /// <summary>Digits of permissions, a zero before them included.</summary>
    private const int MostDigits = 5;

    public static ManifestNode Volume(AppDeclaration app, VolumeDeclaration volume)
    {
        var builder = new MappingBuilder().Add("name", volume.Name);
        builder = volume.Kind switch
        {
            VolumeKind.EmptyDir => builder.Add("emptyDir", new MappingBuilder()
                .Add("medium", volume.InMemory.OrDefault(false) ? ScalarNode.String("Memory", volume.InMemory.Location) : null)
                .Add("sizeLimit", volume.SizeLimit)
                .Build()),
            VolumeKind.ConfigMap => builder.Add("configMap", Entries("name", volume)),
            VolumeKind.Secret => builder.Add("secret", Entries("secretName", volume)),
            VolumeKind.EphemeralClaim => builder.Add("ephemeral", new MappingBuilder()
                .Add("volumeClaimTemplate", new MappingBuilder()
                    .Add("metadata", ObjectMetadata.OfEphemeralClaims(app))
                    .Add("spec", ClaimComposer.Spec(volume.Claim!))
                    .Build())
                .Build()),
            VolumeKind.Csi => builder.Add("csi", new MappingBuilder()
                .Add("driver", volume.Source)
                .Add("readOnly", Nodes.Flag(volume.ReadOnly))
                .Add("fsType", volume.FsType)
                .Add("volumeAttributes", Attributes(volume.Attributes))
                .Add("nodePublishSecretRef", new MappingBuilder().Add("name", volume.NodePublishSecret).BuildOrNull())
                .Build()),
            VolumeKind.Projected => builder.Add("projected", new MappingBuilder()
                .Add("defaultMode", volume.DefaultMode)
                .Add("sources", volume.Sources, ProjectedSourceComposer.Compose)
                .Build()),
            VolumeKind.Nfs or VolumeKind.Iscsi or VolumeKind.Fc or VolumeKind.Image => builder,
            _ => builder.Add("hostPath", new MappingBuilder()
                .Add("path", volume.Source)
                .Add("type", volume.HostPathType.OrDefault("Unset") == "Unset" ? null : Nodes.Of(volume.HostPathType))
                .Build()),
        };
        return FieldValues.Put(builder.Build(volume.Member.Location), FieldPlace.Volume, volume.Fields);
    }

    /// <summary>Each item is <c>key</c>, which keeps its name, or <c>key=path</c>; behind the key may stand a colon and the mode in octal.</summary>
    public static ManifestNode? Items(Declared<EquatableArray<string>> items)
    {
        if (!items.TryGet(out EquatableArray<string> entries))
        {
            return Nodes.Of(items);
        }

        return new SequenceNode(
            entries.Select(entry =>
            {
                int equals = entry.IndexOf('=');
                string key = equals < 0 ? entry : entry.Substring(0, equals);
                int colon = key.IndexOf(':');
                string name = colon < 0 ? key : key.Substring(0, colon);
                return new MappingBuilder()
                    .Add("key", ScalarNode.String(name, items.Location))
                    .Add("path", ScalarNode.String(equals < 0 ? name : entry.Substring(equals + 1), items.Location))
                    .Add("mode", colon < 0 ? null : Mode(key.Substring(colon + 1), items.Location))
                    .Build(items.Location);
            }),
            items.Location);
    }

    /// <summary>Permissions as <c>chmod</c> takes them; unknown where they are none.</summary>
    private static ManifestNode Mode(string octal, Location? location)
    {
        int mode = 0;
        foreach (char digit in octal)
        {
            if (digit is < '0' or > '7' || octal.Length > MostDigits)
            {
                return new UnknownNode(location);
            }

            mode = (mode * 8) + (digit - '0');
        }

        return octal.Length == 0 ? new UnknownNode(location) : ScalarNode.Integer(mode, location);
    }

    /// <summary>Each is <c>key=value</c>; without the sign, the value is empty.</summary>
    private static ManifestNode? Attributes(Declared<EquatableArray<string>> attributes)
    {
        if (!attributes.TryGet(out EquatableArray<string> pairs))
        {
            return Nodes.Of(attributes);
        }

        MappingBuilder builder = new();
        foreach (string pair in pairs)
        {
            int equals = pair.IndexOf('=');
            builder = builder.Add(
                equals < 0 ? pair : pair.Substring(0, equals),
                ScalarNode.String(equals < 0 ? string.Empty : pair.Substring(equals + 1), attributes.Location),
                attributes.Location);
        }

        return builder.BuildOrNull(attributes.Location);
    }

    private static MappingNode Entries(string nameField, VolumeDeclaration volume) => new MappingBuilder()
        .Add(nameField, volume.Source)
        .Add("defaultMode", volume.DefaultMode)
        .Add("items", Items(volume.Items))
        .Add("optional", Nodes.Flag(volume.Optional))
        .Build();
}
