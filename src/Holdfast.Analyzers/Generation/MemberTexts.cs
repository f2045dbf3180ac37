using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Analyzers.Generation;

/// <summary>The members that the generator implements, in the order in which it writes them: one row for each class of declarations.</summary>
internal static class MemberTexts
{
    public static ImmutableArray<MemberText> All { get; } =
    [
        MemberText.Object<PortDeclaration>(PropertyTypeNames.ServicePort, "Port", Documentation.Port, Port),
        MemberText.Object<VolumeClaimDeclaration>(
            PropertyTypeNames.ClaimTemplate,
            "Claim",
            Documentation.Claim,
            static claim => $"{Name(claim.Name)}, {Path(claim.MountPath)}"),
        MemberText.Object<ExistingClaimDeclaration>(
            PropertyTypeNames.ExistingClaim,
            PropertyTypeNames.ExistingClaim,
            Documentation.ExistingClaim,
            static claim => $"{Name(claim.ClaimName)}, {Path(claim.MountPath)}"),
        MemberText.Object<VolumeDeclaration>(
            PropertyTypeNames.Volume,
            PropertyTypeNames.Volume,
            Documentation.Volume,
            static volume => $"{Name(volume.Name)}, {Path(volume.MountPath)}"),
        MemberText.Object<ClientServiceDeclaration>(
            PropertyTypeNames.Service,
            PropertyTypeNames.Service,
            Documentation.ClientService,
            static service => Name(service.Name)),
        MemberText.Object<ReplicaServiceDeclaration>(
            PropertyTypeNames.ReplicaServices,
            PropertyTypeNames.ReplicaServices,
            Documentation.ReplicaServices,
            static services => Name(services.Name)),
        MemberText.Known<PeerListDeclaration>(Documentation.PeerList, PeerListText.Expand),
        MemberText.Known<AddressDeclaration>(Documentation.Address, AddressText.Expand),
    ];

    private static string Port(PortDeclaration port)
    {
        string protocol = port.Protocol.OrDefault(PortProtocol.Default) switch
        {
            "UDP" => $", {CSharpText.Runtime}PortProtocol.Udp",
            "SCTP" => $", {CSharpText.Runtime}PortProtocol.Sctp",
            _ => string.Empty,
        };
        string servicePort = port.ServicePort.TryGet(out int number) ? ", serviceNumber: " + CSharpText.Number(number) : string.Empty;
        return $"{Name(port.Name)}, {CSharpText.Number(port.Number.OrDefault(0))}{protocol}{servicePort}";
    }

    private static string Name(Declared<string> name) => CSharpText.Literal(name.OrDefault(string.Empty));

    private static string Path(Declared<string> path) => CSharpText.Literal(path.TryGet(out string? text) ? text : null);
}
