using System.Net;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// A named port of an application, the same on every replica: an address together with a Service, or with a pod of a
/// StatefulSet, and SRV records together with the governing Service of one.
/// </summary>
public sealed class ServicePort
{
    /// <summary>Describes a port.</summary>
    /// <param name="workload">The StatefulSet or Deployment whose replicas have it.</param>
    /// <param name="name">The port's name, a DNS label; Kubernetes takes at most 15 characters for a container's port.</param>
    /// <param name="number">The port number, 1 to 65535.</param>
    /// <param name="protocol">The transport protocol.</param>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS label.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> is not a port number, or <paramref name="protocol"/> is not a protocol.
    /// </exception>
    public ServicePort(WorkloadInfo workload, string name, int number, PortProtocol protocol)
        : this(workload, name, number, protocol, number)
    {
    }

    /// <summary>Describes a port that Services offer under its own number.</summary>
    /// <param name="workload">The StatefulSet or Deployment whose replicas have it.</param>
    /// <param name="name">The port's name, a DNS label; Kubernetes takes at most 15 characters for a container's port.</param>
    /// <param name="number">The port number of the replicas, 1 to 65535.</param>
    /// <param name="protocol">The transport protocol.</param>
    /// <param name="serviceNumber">The port number of Services that have their own address, 1 to 65535.</param>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS label.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> or <paramref name="serviceNumber"/> is not a port number, or <paramref name="protocol"/> is
    /// not a protocol.
    /// </exception>
    public ServicePort(WorkloadInfo workload, string name, int number, PortProtocol protocol, int serviceNumber)
    {
        ArgumentNullException.ThrowIfNull(workload);
        Workload = workload;
        Name = Require.DnsLabel(name, "port name", nameof(name));
        Number = RequireNumber(workload, name, number, nameof(number));
        ServiceNumber = RequireNumber(workload, name, serviceNumber, nameof(serviceNumber));
        Protocol = Enum.IsDefined(protocol)
            ? protocol
            : throw new ArgumentOutOfRangeException(nameof(protocol), protocol, $"Port \"{name}\" has no known protocol.");
    }

    /// <summary>The StatefulSet or Deployment whose replicas have the port.</summary>
    public WorkloadInfo Workload { get; }

    /// <summary>The port's name.</summary>
    public string Name { get; }

    /// <summary>The port number of the replicas, 1 to 65535.</summary>
    public int Number { get; }

    /// <summary>
    /// The port number of Services that have their own address, 1 to 65535; that of the replicas unless it is
    /// declared otherwise.
    /// </summary>
    public int ServiceNumber { get; }

    /// <summary>The transport protocol.</summary>
    public PortProtocol Protocol { get; }

    /// <summary>
    /// The name of the port's SRV records under the governing Service, one record for each replica that DNS lists:
    /// <c>_client._tcp.zookeeper</c> while the namespace is not known,
    /// <c>_client._tcp.zookeeper.shop.svc.cluster.local</c> once it is. Not every resolver follows the search path for
    /// SRV queries; a name with its namespace works with all of them.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The set has no governing Service, or the port is a Deployment's, so there are no such records.
    /// </exception>
    public string SrvName =>
        KubernetesNames.Srv(Name, ProtocolLabel(Protocol), RequireSet("SRV records").RequireServiceName(), Workload.Namespace, Workload.ClusterDomain);

    /// <summary>The address at which one replica listens.</summary>
    /// <param name="pod">
    /// The replica. Namespace and cluster domain may be known to the port or to the pod; either is enough.
    /// </param>
    /// <returns>The replica's DNS name with this port.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="pod"/> is of another set, namespace or cluster domain.</exception>
    /// <exception cref="InvalidOperationException">
    /// The set has no governing Service, or the port is a Deployment's, so the pod has no DNS name.
    /// </exception>
    public DnsEndPoint On(Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        Require.OfSame(RequireSet("address on a pod"), pod.Set, $"Port \"{Name}\"", $"pod \"{pod}\"", nameof(pod));
        return new DnsEndPoint(new Pod(pod.Set.CompletedBy(Workload), pod.Ordinal).HostName, Number);
    }

    /// <summary>The address at which a Service of the application offers the port.</summary>
    /// <param name="service">
    /// The Service. Namespace and cluster domain may be known to the port or to the Service; either is enough.
    /// </param>
    /// <returns>The Service's DNS name with this port.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="service"/> is of another workload, namespace or cluster domain.</exception>
    public DnsEndPoint On(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        Require.OfSame(Workload, service.Workload, $"Port \"{Name}\"", $"Service \"{service}\"", nameof(service));
        return new DnsEndPoint(new Service(service.Workload.CompletedBy(Workload), service.Name).HostName, ServiceNumber);
    }

    /// <summary>The same port with its namespace known, so that DNS names are fully qualified.</summary>
    /// <param name="namespace">The namespace, a DNS label.</param>
    /// <param name="clusterDomain">The cluster's DNS zone; left out, the one that is known, or else <c>cluster.local</c>.</param>
    /// <returns>The port in that namespace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="namespace"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="namespace"/> or <paramref name="clusterDomain"/> is not a DNS name.</exception>
    public ServicePort In(string @namespace, string? clusterDomain = null) =>
        new(Workload.In(@namespace, clusterDomain), Name, Number, Protocol, ServiceNumber);

    /// <summary>The port's name.</summary>
    /// <returns>The port's name.</returns>
    public override string ToString() => Name;

    /// <summary>The set, for members that need replicas with names.</summary>
    private StatefulSetInfo RequireSet(string what) =>
        Workload as StatefulSetInfo
        ?? throw new InvalidOperationException(
            $"Port \"{Name}\" of {Workload.Kind} \"{Workload.Name}\" has no {what}: pods of a Deployment have random names and no DNS "
            + "names. Declare a Service with [ClientService] and ask for the port's address on it, or make the "
            + "application a [StatefulApp].");

    private static int RequireNumber(WorkloadInfo workload, string name, int number, string parameter) =>
        number is >= KubernetesLimits.MinPort and <= KubernetesLimits.MaxPort
            ? number
            : throw new ArgumentOutOfRangeException(
                parameter,
                number,
                $"Port \"{name}\" of {workload.Kind} \"{workload.Name}\" has the number {Describe.Number(number)}; port numbers are "
                + $"{Describe.Number(KubernetesLimits.MinPort)} to {Describe.Number(KubernetesLimits.MaxPort)}.");

    // DNS wants lower case where manifests have TCP, UDP and SCTP.
    private static string ProtocolLabel(PortProtocol protocol) => protocol switch
    {
        PortProtocol.Udp => "udp",
        PortProtocol.Sctp => "sctp",
        _ => "tcp",
    };
}
