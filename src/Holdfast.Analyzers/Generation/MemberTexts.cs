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
        MemberText.Instance<PortDeclaration>(PropertyTypeNames.ServicePort, Documentation.Port, Port),
        MemberText.Instance<VolumeClaimDeclaration>(
            PropertyTypeNames.ClaimTemplate,
            Documentation.Claim,
            static (workload, claim) => $"{workload}, {Name(claim.Name)}, {Path(claim.MountPath)}"),
        MemberText.Instance<ExistingClaimDeclaration>(
            PropertyTypeNames.ExistingClaim,
            Documentation.ExistingClaim,
            static (_, claim) => $"{Name(claim.ClaimName)}, {Path(claim.MountPath)}"),
        MemberText.Instance<VolumeDeclaration>(
            PropertyTypeNames.Volume,
            Documentation.Volume,
            static (_, volume) => $"{Name(volume.Name)}, {Path(volume.MountPath)}"),
        MemberText.Instance<ClientServiceDeclaration>(
            PropertyTypeNames.Service,
            Documentation.ClientService,
            static (workload, service) => $"{workload}, {Name(service.Name)}"),
        MemberText.Instance<ReplicaServiceDeclaration>(
            PropertyTypeNames.ReplicaServices,
            Documentation.ReplicaServices,
            static (workload, services) => $"{workload}, {Name(services.Name)}"),
        MemberText.Text<PeerListDeclaration>(PropertyTypeNames.String, Documentation.PeerList, PeerListText.Expand),
        MemberText.Text<AddressDeclaration>(PropertyTypeNames.String, Documentation.Address, AddressText.Expand),
    ];

    private static string Port(string workload, PortDeclaration port)
    {
        string protocol = port.Protocol.OrDefault(PortProtocol.Default) switch
        {
            "UDP" => "Udp",
            "SCTP" => "Sctp",
            _ => "Tcp",
        };
        string servicePort = port.ServicePort.TryGet(out int number) ? ", " + CSharpText.Number(number) : string.Empty;
        return $"{workload}, {Name(port.Name)}, {CSharpText.Number(port.Number.OrDefault(0))}, {CSharpText.Runtime}PortProtocol.{protocol}{servicePort}";
    }

    private static string Name(Declared<string> name) => CSharpText.Literal(name.OrDefault(string.Empty));

    private static string Path(Declared<string> path) => CSharpText.Literal(path.TryGet(out string? text) ? text : null);
}
