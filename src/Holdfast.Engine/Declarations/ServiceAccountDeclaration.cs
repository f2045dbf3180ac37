namespace Holdfast.Engine.Declarations;

/// <summary><c>[ServiceAccount]</c>.</summary>
/// <param name="Name">The account's name; that of the application where the account is made and the user gave none.</param>
/// <param name="Create">Whether the account is made.</param>
/// <param name="MountToken">Whether containers get its token.</param>
internal sealed record ServiceAccountDeclaration(Declared<string> Name, Declared<bool> Create, Declared<bool> MountToken);
