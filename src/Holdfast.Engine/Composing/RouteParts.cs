using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>What routes and monitors have in common: their metadata with entries given as <c>key=value</c>, and their target.</summary>
internal static class RouteParts
{
    /// <summary>The metadata of an object that several routes are parts of.</summary>
    public static MappingNode Of(AppDeclaration app, IReadOnlyList<RouteDeclaration> routes) =>
        With(ObjectMetadata.Of(app, routes[0].Name, ManifestTarget.Routes), "annotations", routes.Select(static route => route.Annotations));

    /// <summary>The number under which the Service offers the port that a route leads to; unknown where it is not clear which.</summary>
    public static ManifestNode PortOf(AppDeclaration app, ContainerDeclaration container, ClientServiceDeclaration service, RouteDeclaration route) =>
        RoutePorts.Of(app, container, service, route) is { } port && Nodes.Of(port.ServicePort.State == DeclaredState.Absent ? port.Number : port.ServicePort) is { } number
            ? number
            : new UnknownNode(route.Port.Location);

    /// <summary>Metadata with further entries, which take the place of those with the same key.</summary>
    public static MappingNode With(MappingNode metadata, string field, IEnumerable<Declared<EquatableArray<string>>> said)
    {
        var entries = new List<MappingEntry>();
        foreach (Declared<EquatableArray<string>> list in said)
        {
            foreach (string text in list.OrDefault(default))
            {
                int sign = text.IndexOf('=');
                string key = sign < 0 ? text : text.Substring(0, sign);
                entries.RemoveAll(entry => entry.Key == key);
                entries.Add(new MappingEntry(key, ScalarNode.String(sign < 0 ? string.Empty : text.Substring(sign + 1), list.Location), list.Location));
            }
        }

        if (entries.Count == 0)
        {
            return metadata;
        }

        IEnumerable<MappingEntry> own = (metadata[field] as MappingNode)?.Entries.Where(entry => !entries.Exists(added => added.Key == entry.Key)) ?? [];
        return metadata.With(field, new MappingNode([.. own, .. entries]));
    }
}
