using System.Net;
using Holdfast.Local;
using Holdfast.Local.Manifests;
using Holdfast.Local.Processes;
using Holdfast.WellKnown;

namespace Holdfast.Aspire;

/// <summary>Where a set and its replicas are reached: addresses of this machine when it runs, names of the cluster when it is published.</summary>
internal static class SetAddresses
{
    /// <summary>The Service with an address that leads to a port, and the number of its port.</summary>
    public static (string Service, int Port)? ClientService(AppSpec app, PortSpec port)
    {
        foreach (ServiceSpec service in app.Services.Where(service => !service.IsHeadless && service.ExternalName is null && service.Selects(app.Labels)))
        {
            foreach (ServicePortSpec found in service.Ports.Where(found => found.Target == port.Name || found.Target == $"{port.Number}"))
            {
                return (service.Name, found.Number);
            }
        }

        return null;
    }

    /// <summary>The variables of a process that uses a set, in the form that Aspire's service discovery reads.</summary>
    /// <param name="resource">The set.</param>
    /// <param name="cluster">The cluster; null when it is published.</param>
    public static IEnumerable<KeyValuePair<string, string>> Variables(StatefulAppResource resource, LocalCluster? cluster)
    {
        foreach (PortSpec port in resource.Ports)
        {
            string scheme = PortScheme.Of(resource.App.Spec, port);
            string[] replicas = [.. resource.Set.Pods.Select(pod => $"{scheme}://{OfPod(resource, cluster, pod, port)}")];
            string[] all = OfService(resource, cluster, port) is { } service ? [$"{scheme}://{service}"] : replicas;
            if (all.Length > 0)
            {
                yield return new($"{VariableName(resource.Name)}_{VariableName(port.Name)}", all[0]);
            }

            for (int index = 0; index < all.Length; index++)
            {
                yield return new($"services__{resource.Name}__{port.Name}__{index}", all[index]);
            }

            foreach ((Pod pod, string address) in resource.Set.Pods.Zip(replicas))
            {
                yield return new($"services__{pod.Name}__{port.Name}__0", address);
            }
        }
    }

    /// <summary>Whether a text names a replica or a Service of a set.</summary>
    public static bool IsNamedIn(StatefulAppResource resource, string text) => LocalText.WithAddresses(
        text,
        host => host.Split('.') is var labels
            && (resource.App.Spec.Services.Any(service => service.Name == labels[0])
                || (labels.Length > 1 && labels[1] == resource.Set.ServiceName && KubernetesNames.TryParsePod(labels[0], resource.Set.Name, out _)))
            ? ("", static port => port)
            : null) != text;

    /// <summary>All replicas' addresses of a port, as a <c>[PeerList]</c> has them.</summary>
    public static string PeerList(StatefulAppResource resource, LocalCluster? cluster, PortSpec port, string separator) =>
        string.Join(separator, resource.Set.Pods.Select(pod => OfPod(resource, cluster, pod, port)));

    /// <summary>The address of the Service that leads to a port; null where there is none.</summary>
    public static string? OfService(StatefulAppResource resource, LocalCluster? cluster, PortSpec port) =>
        ClientService(resource.App.Spec, port) is var (service, number)
            ? Address(cluster, resource.Set.Namespace is { } @namespace ? $"{service}.{@namespace}" : service, number)
            : null;

    /// <summary>The address of a port of a replica.</summary>
    public static string OfPod(StatefulAppResource resource, LocalCluster? cluster, Pod pod, PortSpec port) =>
        cluster is null
            ? Address(cluster, $"{pod.Name}.{resource.Set.ServiceName}{(resource.Set.Namespace is { } @namespace ? "." + @namespace : "")}", port.Number)
            : $"{EndPoint(resource, pod.Ordinal, port)}";

    /// <summary>Where a replica listens here.</summary>
    public static IPEndPoint EndPoint(StatefulAppResource resource, int ordinal, PortSpec port) =>
        resource.Running![ordinal].EndPoint(new ServicePort(resource.Set, port.Name, port.Number, PortProtocol.Tcp));

    private static string Address(LocalCluster? cluster, string host, int port) =>
        cluster?.Find(host, port)?.ToString() ?? $"{host}:{port}";

    private static string VariableName(string name) => name.ToUpperInvariant().Replace('-', '_');
}
