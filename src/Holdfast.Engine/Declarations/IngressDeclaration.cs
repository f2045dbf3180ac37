namespace Holdfast.Engine.Declarations;

/// <summary><c>[Ingress]</c> beside <c>[ClientService]</c>.</summary>
internal sealed record IngressDeclaration : RouteDeclaration
{
    public Declared<string> Class { get; init; }

    public Declared<string> TlsSecret { get; init; }
}
