namespace Holdfast.Engine.Declarations;

/// <summary><c>[ExistingClaim]</c> on a member: one claim, mounted by every pod.</summary>
/// <param name="Member">The member.</param>
/// <param name="ClaimName">The claim's name.</param>
/// <param name="Name">The volume's name, made of the member's where the user gave none.</param>
/// <param name="MountPath">Where it is mounted.</param>
/// <param name="SubPath">Which directory of it.</param>
/// <param name="AccessMode">The access mode that the claim is known to have.</param>
/// <param name="ReadOnly">Whether it is mounted for reading only.</param>
internal sealed record ExistingClaimDeclaration(
    MemberShape Member,
    Declared<string> ClaimName,
    Declared<string> Name,
    Declared<string> MountPath,
    Declared<string> SubPath,
    Declared<string> AccessMode,
    Declared<bool> ReadOnly) : MemberDeclaration;
