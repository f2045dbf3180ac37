namespace Holdfast.Engine.Declarations;

/// <summary><c>[PeerList]</c> on a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Env">The environment variable that takes the list.</param>
/// <param name="Each">The text for one replica, with placeholders.</param>
/// <param name="Separator">What is between two replicas.</param>
internal sealed record PeerListDeclaration(
    MemberShape Member,
    Declared<string> Env,
    Declared<string> Each,
    Declared<string> Separator) : MemberDeclaration;
