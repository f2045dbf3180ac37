using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what a member says about a volume.</summary>
internal static class VolumeReader
{
    /// <param name="attribute">The attribute's name, which says what kind of volume it is.</param>
    /// <param name="property">The member.</param>
    /// <param name="arguments">The attribute's arguments.</param>
    /// <param name="container">The container that the volume is declared with.</param>
    /// <param name="context">What is asked for.</param>
    public static VolumeDeclaration Read(
        string attribute,
        DeclaredMember property,
        AttributeArguments arguments,
        ContainerDeclaration container,
        ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.Volume, context);
        (VolumeKind kind, string source) = attribute switch
        {
            AttributeNames.ConfigMapVolume => (VolumeKind.ConfigMap, "ConfigMap"),
            AttributeNames.SecretVolume => (VolumeKind.Secret, "Secret"),
            AttributeNames.HostPath => (VolumeKind.HostPath, "Path"),
            AttributeNames.EphemeralClaim => (VolumeKind.EphemeralClaim, string.Empty),
            AttributeNames.CsiVolume => (VolumeKind.Csi, "Driver"),
            AttributeNames.ProjectedVolume => (VolumeKind.Projected, string.Empty),
            _ => (VolumeKind.EmptyDir, string.Empty),
        };
        return new VolumeDeclaration
        {
            Member = member,
            Kind = kind,
            Name = arguments.NameOf(member),
            Source = arguments.String(source),
            MountPath = arguments.String("MountPath"),
            SubPath = arguments.String("SubPath"),
            ReadOnly = arguments.Bool("ReadOnly"),
            InMemory = arguments.Bool("InMemory"),
            SizeLimit = arguments.String("SizeLimit"),
            DefaultMode = arguments.Int("DefaultMode"),
            Optional = arguments.Bool("Optional"),
            Items = arguments.Strings("Items"),
            HostPathType = arguments.Enum("Type"),
            Claim = kind == VolumeKind.EphemeralClaim ? ReadClaim(member, arguments) : null,
            FsType = arguments.String("FsType"),
            Attributes = arguments.Strings("Attributes"),
            NodePublishSecret = arguments.String("NodePublishSecret"),
            Sources = kind == VolumeKind.Projected ? ProjectedSourceReader.Read(property, container, context) : default,
        };
    }

    /// <summary>What a claim asks for, whether it is the set's or goes with the pod.</summary>
    public static VolumeClaimDeclaration ReadClaim(MemberShape member, AttributeArguments arguments) => new(
        member,
        arguments.String("Size"),
        arguments.NameOf(member),
        arguments.String("MountPath"),
        arguments.String("SubPath"),
        arguments.Enum("AccessMode"),
        arguments.String("StorageClass"))
    {
        ReadOnly = arguments.Bool("ReadOnly"),
        DevicePath = arguments.String("DevicePath"),
        VolumeAttributesClass = arguments.String("VolumeAttributesClass"),
        DataSource = arguments.String("DataSource"),
        DataSourceKind = arguments.String("DataSourceKind"),
        DataSourceApiGroup = arguments.String("DataSourceApiGroup"),
    };
}
