using Holdfast.Engine.Arguments;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>The reader of each kind of member: one row for each row of <see cref="MemberKinds"/>.</summary>
internal static class MemberReaders
{
    private static readonly Dictionary<string, Func<MemberReading, MemberDeclaration>> Readers = new(StringComparer.Ordinal)
    {
        [AttributeNames.Port] = Port,
        [AttributeNames.VolumeClaim] = static reading => VolumeReader.ReadClaim(reading.ReadShape(), reading.Arguments),
        [AttributeNames.ExistingClaim] = ExistingClaim,
        [AttributeNames.EmptyDir] = static reading => VolumeReader.Read(reading, VolumeKind.EmptyDir),
        [AttributeNames.ConfigMapVolume] = static reading => VolumeReader.Read(reading, VolumeKind.ConfigMap, "ConfigMap"),
        [AttributeNames.SecretVolume] = static reading => VolumeReader.Read(reading, VolumeKind.Secret, "Secret"),
        [AttributeNames.HostPath] = static reading => VolumeReader.Read(reading, VolumeKind.HostPath, "Path"),
        [AttributeNames.EphemeralClaim] = static reading => VolumeReader.Read(reading, VolumeKind.EphemeralClaim),
        [AttributeNames.CsiVolume] = static reading => VolumeReader.Read(reading, VolumeKind.Csi, "Driver"),
        [AttributeNames.NfsVolume] = static reading => VolumeReader.Read(reading, VolumeKind.Nfs),
        [AttributeNames.IscsiVolume] = static reading => VolumeReader.Read(reading, VolumeKind.Iscsi),
        [AttributeNames.FcVolume] = static reading => VolumeReader.Read(reading, VolumeKind.Fc),
        [AttributeNames.ImageVolume] = static reading => VolumeReader.Read(reading, VolumeKind.Image),
        [AttributeNames.ProjectedVolume] = static reading => VolumeReader.Read(reading, VolumeKind.Projected),
        [AttributeNames.ClientService] = ClientService,
        [AttributeNames.ReplicaService] = ReplicaService,
        [AttributeNames.PeerList] = PeerList,
        [AttributeNames.AddressOf] = Address,
    };

    public static MemberDeclaration Read(MemberReading reading)
    {
        MemberDeclaration read = Readers[reading.Kind.Attribute](reading);
        EquatableArray<FieldValue> fields = FieldArgumentReader.Read(reading.Kind.Attribute, reading.Arguments);
        return fields.Count == 0 ? read : read with { Fields = fields };
    }

    private static PortDeclaration Port(MemberReading reading)
    {
        AttributeArguments arguments = reading.Arguments;
        MemberShape member = reading.ReadShape();
        Declared<string> protocol = arguments.Enum("Protocol");
        Declared<int> number = arguments.Int("Number");
        return new PortDeclaration(
            member,
            number.State == DeclaredState.Absent && arguments.HasPositional ? Declared<int>.Unknown(arguments.Location) : number,
            arguments.NameOf(member),
            protocol.TryGet(out string? known) ? Declared<string>.Known(known.ToUpperInvariant(), protocol.Location) : protocol,
            arguments.Int("ServicePort"),
            arguments.Int("NodePort"),
            arguments.Int("HostPort"),
            arguments.String("AppProtocol"))
        {
            Monitors = RouteReader.Monitors(reading.Property, reading.Context),
        };
    }

    private static ExistingClaimDeclaration ExistingClaim(MemberReading reading)
    {
        AttributeArguments arguments = reading.Arguments;
        MemberShape member = reading.ReadShape();
        return new ExistingClaimDeclaration(
            member,
            arguments.String("ClaimName"),
            arguments.NameOf(member),
            arguments.String("MountPath"),
            arguments.String("SubPath"),
            arguments.Enum("AccessMode"),
            arguments.Bool("ReadOnly"));
    }

    private static ClientServiceDeclaration ClientService(MemberReading reading)
    {
        MemberShape member = reading.ReadShape();
        Declared<string> name = reading.Arguments.String("Name").Or(
            reading.AppName.OrDefault(string.Empty) + "-" + MemberNames.ToKebabCase(member.Name),
            member.Location);
        return new ClientServiceDeclaration(member, name, ServiceSpecReader.Read(reading.Arguments))
        {
            Ingresses = RouteReader.Ingresses(reading.Property, name, reading.Context),
            HttpRoutes = RouteReader.HttpRoutes(reading.Property, name, reading.Context),
        };
    }

    private static ReplicaServiceDeclaration ReplicaService(MemberReading reading) => new(
        reading.ReadShape(),
        reading.Arguments.String("Name").Or(reading.AppName.OrDefault(string.Empty), reading.AppName.Location),
        ServiceSpecReader.Read(reading.Arguments));

    private static PeerListDeclaration PeerList(MemberReading reading) => new(
        reading.ReadShape(),
        reading.Arguments.String("Env"),
        reading.Arguments.String("Each").Or(WellKnown.ManifestDefaults.PeerText, reading.Arguments.Location),
        reading.Arguments.String("Separator").Or(WellKnown.ManifestDefaults.PeerSeparator, reading.Arguments.Location));

    private static AddressDeclaration Address(MemberReading reading)
    {
        AttributeArguments arguments = reading.Arguments;
        ReadContext context = reading.Context;
        MemberShape member = reading.ReadShape();
        (INamedTypeSymbol? type, Location? location) = arguments.Type("Application");
        AppDeclaration? target = type is null || !context.FollowsReferences ? null : ReferencedAppReader.Read(type, context);
        if (type is not null && target is null)
        {
            context.Report(
                ReadingProblems.Address,
                location,
                member.Name,
                $"'{type.Name}' is not an application, so it has no names",
                "name a type with [StatefulApp] or [StatelessApp]");
        }

        return new AddressDeclaration(member, arguments.String("Env"), arguments.String("Text"), target)
        {
            IsOfThisProject = type is not null && ReferencedAppReader.IsOfThisProject(type, reading.Property.Owner),
        };
    }
}
