using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what the members of a container's type declare: ports, claims, Services and peer lists, in source order.</summary>
internal static class MembersReader
{
    public static ContainerDeclaration Read(
        ContainerDeclaration container,
        INamedTypeSymbol type,
        Declared<string> appName,
        ReadContext context)
    {
        var ports = new List<PortDeclaration>();
        var claims = new List<VolumeClaimDeclaration>();
        var existing = new List<ExistingClaimDeclaration>();
        var volumes = new List<VolumeDeclaration>();
        var services = new List<ClientServiceDeclaration>();
        var memberServices = new List<MemberServiceDeclaration>();
        var peers = new List<PeerListDeclaration>();
        var files = new List<ConfigFileDeclaration>();
        foreach (DeclaredMember property in DeclaredMembers.Of(type, context))
        {
            if (property.Symbol is IFieldSymbol)
            {
                if (ReadConfigFile(property, context) is { } file)
                {
                    files.Add(file);
                }

                continue;
            }

            foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(property, context))
            {
                switch (name)
                {
                    case AttributeNames.Port:
                        ports.Add(ReadPort(property, arguments, context));
                        break;
                    case AttributeNames.VolumeClaim:
                        claims.Add(ReadClaim(property, arguments, context));
                        break;
                    case AttributeNames.ExistingClaim:
                        existing.Add(ReadExistingClaim(property, arguments, context));
                        break;
                    case AttributeNames.EmptyDir:
                    case AttributeNames.ConfigMapVolume:
                    case AttributeNames.SecretVolume:
                    case AttributeNames.HostPath:
                        volumes.Add(ReadVolume(name, property, arguments, context));
                        break;
                    case AttributeNames.ClientService:
                        services.Add(ReadClientService(appName, property, arguments, context));
                        break;
                    case AttributeNames.MemberService:
                        memberServices.Add(ReadMemberService(appName, property, arguments, context));
                        break;
                    case AttributeNames.PeerList:
                        peers.Add(ReadPeerList(property, arguments, context));
                        break;
                    default:
                        continue;
                }

                // One member is one thing; a second attribute would implement it twice.
                break;
            }
        }

        return container with
        {
            Ports = ports.ToEquatableArray(),
            VolumeClaims = claims.ToEquatableArray(),
            ExistingClaims = existing.ToEquatableArray(),
            ConfigFiles = files.ToEquatableArray(),
            Volumes = volumes.ToEquatableArray(),
            ClientServices = services.ToEquatableArray(),
            MemberServices = memberServices.ToEquatableArray(),
            PeerLists = peers.ToEquatableArray(),
        };
    }

    private static ConfigFileDeclaration? ReadConfigFile(DeclaredMember field, ReadContext context)
    {
        foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(field, context))
        {
            if (name == AttributeNames.ConfigFile)
            {
                Location? origin = context.KeepsOrigins
                    ? Conventions.StandIn(field.Owner, field.Symbol, context) ?? field.Symbol.Locations.FirstOrDefault()
                    : null;
                return new ConfigFileDeclaration(
                    field.Name,
                    arguments.String("Path"),
                    ((IFieldSymbol)field.Symbol).ConstantValue is string text ? Declared<string>.Known(text, origin) : Declared<string>.Unknown(origin));
            }
        }

        return null;
    }

    private static PortDeclaration ReadPort(DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.ServicePort, context);
        Declared<string> protocol = arguments.Enum("Protocol");
        return new PortDeclaration(
            member,
            arguments.Int("Number"),
            NameOf(member, arguments),
            protocol.TryGet(out string? known) ? Declared<string>.Known(known.ToUpperInvariant(), protocol.Origin) : protocol,
            arguments.Int("ServicePort"),
            arguments.Int("NodePort"),
            arguments.Int("HostPort"),
            arguments.String("AppProtocol"));
    }

    private static VolumeClaimDeclaration ReadClaim(DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.ClaimTemplate, context);
        return new VolumeClaimDeclaration(
            member,
            arguments.String("Size"),
            NameOf(member, arguments),
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

    private static ExistingClaimDeclaration ReadExistingClaim(DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.ExistingClaim, context);
        return new ExistingClaimDeclaration(
            member,
            arguments.String("ClaimName"),
            NameOf(member, arguments),
            arguments.String("MountPath"),
            arguments.String("SubPath"),
            arguments.Enum("AccessMode"),
            arguments.Bool("ReadOnly"));
    }

    private static VolumeDeclaration ReadVolume(string attribute, DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.Volume, context);
        (VolumeKind kind, string source) = attribute switch
        {
            AttributeNames.ConfigMapVolume => (VolumeKind.ConfigMap, "ConfigMap"),
            AttributeNames.SecretVolume => (VolumeKind.Secret, "Secret"),
            AttributeNames.HostPath => (VolumeKind.HostPath, "Path"),
            _ => (VolumeKind.EmptyDir, string.Empty),
        };
        return new VolumeDeclaration
        {
            Member = member,
            Kind = kind,
            Name = NameOf(member, arguments),
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
        };
    }

    private static ClientServiceDeclaration ReadClientService(
        Declared<string> appName,
        DeclaredMember property,
        AttributeArguments arguments,
        ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.Service, context);
        return new ClientServiceDeclaration(
            member,
            arguments.String("Name").Or(
                appName.OrDefault(string.Empty) + "-" + MemberNames.ToKebabCase(member.Name),
                member.Origin),
            ServiceSpecReader.Read(arguments));
    }

    private static MemberServiceDeclaration ReadMemberService(
        Declared<string> appName,
        DeclaredMember property,
        AttributeArguments arguments,
        ReadContext context) => new(
            MemberShapeReader.Read(property, PropertyTypeNames.MemberServices, context),
            arguments.String("Name").Or(appName.OrDefault(string.Empty), appName.Origin),
            ServiceSpecReader.Read(arguments));

    private static PeerListDeclaration ReadPeerList(DeclaredMember property, AttributeArguments arguments, ReadContext context) => new(
        MemberShapeReader.Read(property, PropertyTypeNames.String, context),
        arguments.String("Env"),
        arguments.String("Each").Or(WellKnown.ManifestDefaults.PeerText, arguments.Origin),
        arguments.String("Separator").Or(WellKnown.ManifestDefaults.PeerSeparator, arguments.Origin));

    private static Declared<string> NameOf(MemberShape member, AttributeArguments arguments) =>
        arguments.String("Name").Or(MemberNames.ToKebabCase(member.Name), member.Origin);
}
