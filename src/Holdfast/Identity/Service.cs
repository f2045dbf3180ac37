using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// A Service of an application with its own address, in the workload's namespace: clients use it to reach any replica
/// that is ready, or the one replica that it was made for (<see cref="ReplicaServices"/>).
/// </summary>
public sealed class Service
{
    /// <summary>Describes a Service.</summary>
    /// <param name="workload">The StatefulSet or Deployment whose replicas it leads to.</param>
    /// <param name="name">The Service's name, a DNS label.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS label.</exception>
    public Service(WorkloadInfo workload, string name)
    {
        ArgumentNullException.ThrowIfNull(workload);
        Workload = workload;
        Name = Require.DnsLabel(name, "Service name", nameof(name));
    }

    /// <summary>The StatefulSet or Deployment whose replicas it leads to.</summary>
    public WorkloadInfo Workload { get; }

    /// <summary>The Service's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The Service's DNS name: the bare name while the namespace is not known, which resolves in pods of the same
    /// namespace; <c>zookeeper-clients.shop.svc.cluster.local</c> once it is.
    /// </summary>
    public string HostName => KubernetesNames.ServiceHost(Name, Workload.Namespace, Workload.ClusterDomain);

    /// <summary>The same Service with its namespace known, so that its DNS name is fully qualified.</summary>
    /// <param name="namespace">The namespace, a DNS label.</param>
    /// <param name="clusterDomain">The cluster's DNS zone; left out, the one that is known, or else <c>cluster.local</c>.</param>
    /// <returns>The Service in that namespace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="namespace"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="namespace"/> or <paramref name="clusterDomain"/> is not a DNS name.</exception>
    public Service In(string @namespace, string? clusterDomain = null) => new(Workload.In(@namespace, clusterDomain), Name);

    /// <summary>The Service's name.</summary>
    /// <returns>The Service's name.</returns>
    public override string ToString() => Name;
}
