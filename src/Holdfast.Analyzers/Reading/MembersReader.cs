using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what the members of a container's type declare: ports, claims, Services and peer lists, in source order.</summary>
internal static class MembersReader
{
    public static ContainerDeclaration Read(
        ContainerDeclaration container,
        INamedTypeSymbol type,
        Declared<string> appName,
        WorkloadKind kind,
        ReadContext context)
    {
        var ports = new List<PortDeclaration>();
        var claims = new List<VolumeClaimDeclaration>();
        var existing = new List<ExistingClaimDeclaration>();
        var volumes = new List<VolumeDeclaration>();
        var services = new List<ClientServiceDeclaration>();
        var memberServices = new List<ReplicaServiceDeclaration>();
        var peers = new List<PeerListDeclaration>();
        var addresses = new List<AddressDeclaration>();
        var refused = new List<RefusedMemberDeclaration>();
        List<ConfigFileDeclaration> files = [.. container.ConfigFiles];
        MissingMembers.ReportWithoutAttribute(type, context);
        ConfigTextReader.ReportNoConstants(type, context);
        foreach (DeclaredMember property in DeclaredMembers.Of(type, context))
        {
            if (property.Symbol is IFieldSymbol)
            {
                files.AddRange(ConfigTextReader.ReadConstant(property, context));
                continue;
            }

            ProjectedSourceReader.ReportWithoutVolume(property, context);
            foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(property, context))
            {
                if (kind == WorkloadKind.Deployment && StatefulSetOnly.Find(name) is not null)
                {
                    refused.Add(ReadRefused(name, property, arguments, context));
                    break;
                }

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
                    case AttributeNames.EphemeralClaim:
                    case AttributeNames.CsiVolume:
                    case AttributeNames.ProjectedVolume:
                        volumes.Add(VolumeReader.Read(name, property, arguments, container, context));
                        break;
                    case AttributeNames.ClientService:
                        services.Add(ReadClientService(appName, property, arguments, context));
                        break;
                    case AttributeNames.ReplicaService:
                        memberServices.Add(ReadReplicaService(appName, property, arguments, context));
                        break;
                    case AttributeNames.PeerList:
                        peers.Add(ReadPeerList(property, arguments, context));
                        break;
                    case AttributeNames.AddressOf:
                        addresses.Add(ReadAddress(property, arguments, context));
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
            ReplicaServices = memberServices.ToEquatableArray(),
            PeerLists = peers.ToEquatableArray(),
            Addresses = addresses.ToEquatableArray(),
            RefusedMembers = refused.ToEquatableArray(),
        };
    }

    private static RefusedMemberDeclaration ReadRefused(string attribute, DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        string typeName = StatefulSetOnly.MemberTypeOf(attribute);
        StatefulSetOnly.Report(attribute, arguments.Location, AppReader.AppOf(property.Owner).Name, context);
        return new RefusedMemberDeclaration(MemberShapeReader.Read(property, typeName, context), typeName, AttributeNames.Written(attribute));
    }

    private static PortDeclaration ReadPort(DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.ServicePort, context);
        Declared<string> protocol = arguments.Enum("Protocol");
        return new PortDeclaration(
            member,
            arguments.Int("Number"),
            arguments.NameOf(member),
            protocol.TryGet(out string? known) ? Declared<string>.Known(known.ToUpperInvariant(), protocol.Location) : protocol,
            arguments.Int("ServicePort"),
            arguments.Int("NodePort"),
            arguments.Int("HostPort"),
            arguments.String("AppProtocol"));
    }

    private static VolumeClaimDeclaration ReadClaim(DeclaredMember property, AttributeArguments arguments, ReadContext context) =>
        VolumeReader.ReadClaim(MemberShapeReader.Read(property, PropertyTypeNames.ClaimTemplate, context), arguments);

    private static ExistingClaimDeclaration ReadExistingClaim(DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.ExistingClaim, context);
        return new ExistingClaimDeclaration(
            member,
            arguments.String("ClaimName"),
            arguments.NameOf(member),
            arguments.String("MountPath"),
            arguments.String("SubPath"),
            arguments.Enum("AccessMode"),
            arguments.Bool("ReadOnly"));
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
                member.Location),
            ServiceSpecReader.Read(arguments));
    }

    private static ReplicaServiceDeclaration ReadReplicaService(
        Declared<string> appName,
        DeclaredMember property,
        AttributeArguments arguments,
        ReadContext context) => new(
            MemberShapeReader.Read(property, PropertyTypeNames.ReplicaServices, context),
            arguments.String("Name").Or(appName.OrDefault(string.Empty), appName.Location),
            ServiceSpecReader.Read(arguments));

    private static PeerListDeclaration ReadPeerList(DeclaredMember property, AttributeArguments arguments, ReadContext context) => new(
        MemberShapeReader.Read(property, PropertyTypeNames.String, context),
        arguments.String("Env"),
        arguments.String("Each").Or(WellKnown.ManifestDefaults.PeerText, arguments.Location),
        arguments.String("Separator").Or(WellKnown.ManifestDefaults.PeerSeparator, arguments.Location));

    private static AddressDeclaration ReadAddress(DeclaredMember property, AttributeArguments arguments, ReadContext context)
    {
        MemberShape member = MemberShapeReader.Read(property, PropertyTypeNames.String, context);
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
            IsOfThisProject = type is not null && ReferencedAppReader.IsOfThisProject(type, property.Owner),
        };
    }
}
