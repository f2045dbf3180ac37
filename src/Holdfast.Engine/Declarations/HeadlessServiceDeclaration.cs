namespace Holdfast.Engine.Declarations;

/// <summary><c>[HeadlessService]</c>.</summary>
internal sealed record HeadlessServiceDeclaration(
    Declared<string> Name,
    Declared<bool> PublishNotReadyAddresses,
    IpFamiliesDeclaration IpFamilies);
