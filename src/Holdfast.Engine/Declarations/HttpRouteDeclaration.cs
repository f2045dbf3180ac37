namespace Holdfast.Engine.Declarations;

/// <summary><c>[HttpRoute]</c> beside <c>[ClientService]</c>.</summary>
internal sealed record HttpRouteDeclaration : RouteDeclaration
{
    public Declared<string> Gateway { get; init; }

    public Declared<string> GatewayNamespace { get; init; }

    public Declared<string> Listener { get; init; }
}
