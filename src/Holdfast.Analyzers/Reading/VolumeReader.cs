using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what a member says about a volume.</summary>
internal static class VolumeReader
{
    /// <param name="reading">The member.</param>
    /// <param name="kind">Which volume it is.</param>
    /// <param name="source">The argument that says where the volume comes from, if one does.</param>
    public static VolumeDeclaration Read(MemberReading reading, VolumeKind kind, string source = "")
    {
        AttributeArguments arguments = reading.Arguments;
        MemberShape member = reading.ReadShape();
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
            Claim = kind == VolumeKind.EphemeralClaim ? ReadClaim(member, arguments) with { Fields = FieldArgumentReader.Read(AttributeNames.EphemeralClaim, arguments) } : null,
            FsType = kind == VolumeKind.Csi ? arguments.String("FsType") : default,
            Attributes = arguments.Strings("Attributes"),
            NodePublishSecret = arguments.String("NodePublishSecret"),
            Sources = kind == VolumeKind.Projected ? ProjectedSourceReader.Read(reading.Property, reading.Container, reading.Context) : default,
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
        DataSourceNamespace = arguments.String("DataSourceNamespace"),
    };
}
