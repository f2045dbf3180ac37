using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[Port]</c> on a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Number">The port number.</param>
/// <param name="Name">The port's name, made of the member's where the user gave none.</param>
/// <param name="Protocol"><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</param>
/// <param name="ServicePort">The number under which client Services offer it; absent for the same.</param>
/// <param name="NodePort">The port of every node that leads here.</param>
/// <param name="HostPort">The port of the replica's host that leads here.</param>
/// <param name="AppProtocol">The application protocol.</param>
internal sealed record PortDeclaration(
    MemberShape Member,
    Declared<int> Number,
    Declared<string> Name,
    Declared<string> Protocol,
    Declared<int> ServicePort,
    Declared<int> NodePort,
    Declared<int> HostPort,
    Declared<string> AppProtocol) : MemberDeclaration
{
    public EquatableArray<MonitorDeclaration> Monitors { get; init; }
}
