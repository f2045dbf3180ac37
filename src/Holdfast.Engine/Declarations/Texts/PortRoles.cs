using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>Which ports replicas use among themselves, and which are for clients. A port may be both.</summary>
internal static class PortRoles
{
    /// <summary>Those that are said to be; else those that a peer list names and those that no Service with an address offers.</summary>
    public static IReadOnlyList<PortDeclaration> Peers(AppDeclaration app, Declared<EquatableArray<string>> said)
    {
        HashSet<string> named = [.. app.PeerLists
            .SelectMany(static list => PeerText.Parse(list.Each.OrDefault(string.Empty)))
            .Where(static segment => segment.Kind == PeerTextSegmentKind.Port)
            .Select(static segment => segment.Text)];
        HashSet<string> offered = Names(Offered(app, static _ => true));
        return Said(app, said) ?? [.. app.Ports.Where(port => named.Contains(port.Member.Name) || !offered.Contains(port.Member.Name))];
    }

    /// <summary>Those that are said to be; else those that a Service with an address offers.</summary>
    public static IReadOnlyList<PortDeclaration> Clients(AppDeclaration app, Declared<EquatableArray<string>> said)
    {
        HashSet<string> offered = Names(Offered(app, static _ => true));
        return Said(app, said) ?? [.. app.Ports.Where(port => offered.Contains(port.Member.Name))];
    }

    /// <summary>The names of members whose ports a Service offers to clients outside the cluster.</summary>
    public static HashSet<string> Outside(AppDeclaration app) =>
        Names(Offered(app, static spec => spec.Type.TryGet(out string? type) && type is "NodePort" or "LoadBalancer"));

    /// <summary>Whether any Service with an address offers the port.</summary>
    public static bool IsOffered(AppDeclaration app, PortDeclaration port) => Offered(app, static _ => true).Any(offered => offered == port);

    private static IReadOnlyList<PortDeclaration>? Said(AppDeclaration app, Declared<EquatableArray<string>> said) =>
        said.TryGet(out EquatableArray<string> members) ? [.. app.Ports.Where(port => members.Contains(port.Member.Name))] : null;

    private static IEnumerable<PortDeclaration> Offered(AppDeclaration app, Func<ServiceSpecDeclaration, bool> counts) =>
        from container in app.Containers
        from spec in container.ClientServices.Select(static service => service.Spec)
            .Concat(container.ReplicaServices.Select(static service => service.Spec))
        where counts(spec)
        from port in OfferedPorts.Of(app, container, spec)
        select port;

    private static HashSet<string> Names(IEnumerable<PortDeclaration> ports) => [.. ports.Select(static port => port.Member.Name)];
}
