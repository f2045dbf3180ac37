namespace Holdfast.Engine.Declarations;

/// <summary><c>[AddressOf]</c> on a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Env">The environment variable that takes the text.</param>
/// <param name="Text">The text with its placeholders.</param>
/// <param name="Target">The other application, as far as addresses are made of it; null where there is none.</param>
internal sealed record AddressDeclaration(
    MemberShape Member,
    Declared<string> Env,
    Declared<string> Text,
    AppDeclaration? Target) : MemberDeclaration
{
    /// <summary>Whether the other application is of the same project, so that properties of the build are for it, too.</summary>
    public bool IsOfThisProject { get; init; }
}
