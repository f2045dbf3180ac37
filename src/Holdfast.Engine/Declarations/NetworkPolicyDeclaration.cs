using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[NetworkPolicy]</c>.</summary>
internal sealed record NetworkPolicyDeclaration
{
    /// <summary>Its name; absent for the application's.</summary>
    public Declared<string> Name { get; init; }

    public Declared<EquatableArray<string>> PeerPorts { get; init; }

    public Declared<EquatableArray<string>> ClientPorts { get; init; }

    public Declared<EquatableArray<AppReference>> Clients { get; init; }

    public Declared<EquatableArray<string>> ClientLabels { get; init; }

    public Declared<EquatableArray<string>> ClientNamespaces { get; init; }

    public Declared<EquatableArray<string>> ClientCidrs { get; init; }

    public Declared<bool> AnyClient { get; init; }

    public Declared<bool> RestrictEgress { get; init; }

    public Declared<EquatableArray<AppReference>> EgressTo { get; init; }

    public Declared<EquatableArray<string>> EgressLabels { get; init; }

    public Declared<EquatableArray<string>> EgressNamespaces { get; init; }

    public Declared<EquatableArray<string>> EgressCidrs { get; init; }

    /// <summary>Whether the clients are declared.</summary>
    public bool NamesClients =>
        Clients.State != DeclaredState.Absent
        || ClientLabels.State != DeclaredState.Absent
        || ClientNamespaces.State != DeclaredState.Absent
        || ClientCidrs.State != DeclaredState.Absent;

    /// <summary>Whether what replicas connect to is restricted: asked for, or made so by saying what is left.</summary>
    public Declared<bool> RestrictsEgress => RestrictEgress.Or(
        EgressTo.State != DeclaredState.Absent
            || EgressLabels.State != DeclaredState.Absent
            || EgressNamespaces.State != DeclaredState.Absent
            || EgressCidrs.State != DeclaredState.Absent,
        null);
}
