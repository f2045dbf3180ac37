namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[Port]</c> on a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Number">The port number.</param>
/// <param name="Name">The port's name, made of the member's where the user gave none.</param>
/// <param name="Protocol"><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</param>
internal sealed record PortDeclaration(
    MemberShape Member,
    Declared<int> Number,
    Declared<string> Name,
    Declared<string> Protocol);
