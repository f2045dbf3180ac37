using System.Collections.Immutable;
using System.Net;
using Holdfast.Local.Manifests;
using Holdfast.WellKnown;

namespace Holdfast.Local.Network;

/// <summary>What names in texts lead to. Members that are not there yet count as well: a peer list names all.</summary>
internal static class HostNames
{
    /// <summary>The address of a name, as short or long as a pod may say it, and the numbers here of its ports.</summary>
    /// <param name="network">Who is there.</param>
    /// <param name="own">The namespace of who uses the name.</param>
    /// <param name="name">The name, without a dot at the end.</param>
    public static (string Address, Func<int, int> PortOf)? Find(ClusterNetwork network, string own, string name)
    {
        string[] labels = name.Split('.');
        foreach (ServiceSpec service in network.Services)
        {
            if (IsService(service, labels, own) && !service.IsHeadless && service.ExternalName is null)
            {
                return (network.AddressOf(service).ToString(), port => network.ServicePort(service, port));
            }

            if (labels.Length >= 2 && service.IsHeadless && IsService(service, labels[1..], own)
                && network.Member(service, labels[0]) is { } endpoint)
            {
                return (endpoint.Address.ToString(), port => endpoint.Port(port.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? port);
            }
        }

        return null;
    }

    private static bool IsService(ServiceSpec service, string[] labels, string own) => labels switch
    {
        [string name] => name == service.Name && service.Namespace == own,
        [string name, string @namespace] => name == service.Name && @namespace == service.Namespace,
        [string name, string @namespace, ClusterDomains.ServiceLabel, ..] => name == service.Name && @namespace == service.Namespace,
        _ => false,
    };
}
