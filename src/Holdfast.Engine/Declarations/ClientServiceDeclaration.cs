using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[ClientService]</c> on a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">The Service's name, made of the application's and the member's where the user gave none.</param>
/// <param name="Spec">All else.</param>
internal sealed record ClientServiceDeclaration(MemberShape Member, Declared<string> Name, ServiceSpecDeclaration Spec) : MemberDeclaration
{
    public EquatableArray<IngressDeclaration> Ingresses { get; init; }

    public EquatableArray<HttpRouteDeclaration> HttpRoutes { get; init; }

    /// <summary>Both kinds, in that order.</summary>
    public IEnumerable<RouteDeclaration> Routes => Ingresses.Concat<RouteDeclaration>(HttpRoutes);
}
