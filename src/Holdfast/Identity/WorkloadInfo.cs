using System.ComponentModel;

namespace Holdfast;

/// <summary>
/// The parts of the names of an application's objects, whatever kind of workload runs it: a StatefulSet
/// (<see cref="StatefulSetInfo"/>) or a Deployment (<see cref="DeploymentInfo"/>).
/// </summary>
public abstract class WorkloadInfo
{
    private readonly string? _namespace;
    private readonly string? _clusterDomain;
    private DeclaredMembers _members;

    private protected WorkloadInfo(string name)
    {
        Name = name;
    }

    private protected WorkloadInfo(WorkloadInfo other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Name = other.Name;
        _namespace = other._namespace;
        _clusterDomain = other._clusterDomain;
    }

    /// <summary>The workload's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The namespace, a DNS label, or <see langword="null"/> while it is not known: unless it is declared, only run
    /// time tells it.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a DNS label.</exception>
    public string? Namespace
    {
        get => _namespace;
        init => _namespace = value is null ? null : Require.DnsLabel(value, "namespace", nameof(Namespace));
    }

    /// <summary>
    /// The cluster's DNS zone, without a dot at the end, or <see langword="null"/> while it is not known; names are then
    /// made with <c>cluster.local</c>, the zone of clusters that were set up without naming one.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a DNS name.</exception>
    public string? ClusterDomain
    {
        get => _clusterDomain;
        init => _clusterDomain = value is null ? null : Require.DnsSubdomain(value, "cluster domain", nameof(ClusterDomain));
    }

    /// <summary>The kind of object, in Kubernetes' words.</summary>
    internal abstract string Kind { get; }

    /// <summary>What generated members give.</summary>
    private protected ref DeclaredMembers Members => ref _members;

    /// <summary>The same workload with its namespace known, so that DNS names are fully qualified.</summary>
    /// <param name="namespace">The namespace, a DNS label; it takes the place of one that was known before.</param>
    /// <param name="clusterDomain">The cluster's DNS zone; left out, the one that is known, or else <c>cluster.local</c>.</param>
    /// <returns>The workload in that namespace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="namespace"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="namespace"/> or <paramref name="clusterDomain"/> is not a DNS name.</exception>
    public abstract WorkloadInfo In(string @namespace, string? clusterDomain = null);

    /// <summary>The workload's name.</summary>
    /// <returns>The workload's name.</returns>
    public sealed override string ToString() => Name;

    /// <summary>A port of the application that all offer by its own number over TCP, for generated code: the same object at each call.</summary>
    /// <param name="name">The port's name.</param>
    /// <param name="number">The port number of the replicas and of Services.</param>
    /// <returns>The port.</returns>
    /// <remarks>The other overload would need a local variable for its absent number, for which a compiler that has just started compiles 50 methods.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ServicePort Port(string name, int number) => Port(name, number, PortProtocol.Tcp);

    /// <summary>A port of the application, for generated code: the same object at each call.</summary>
    /// <param name="name">The port's name.</param>
    /// <param name="number">The port number of the replicas.</param>
    /// <param name="protocol">The transport protocol.</param>
    /// <param name="serviceNumber">The port number of Services that have their own address; left out, that of the replicas.</param>
    /// <returns>The port.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ServicePort Port(string name, int number, PortProtocol protocol = PortProtocol.Tcp, int? serviceNumber = null) => _members.Get(
        (Workload: this, Name: name, Number: number, Protocol: protocol, ServiceNumber: serviceNumber ?? number),
        static (ServicePort port, (WorkloadInfo Workload, string Name, int Number, PortProtocol Protocol, int ServiceNumber) key) =>
            port.Name == key.Name && port.Number == key.Number && port.Protocol == key.Protocol && port.ServiceNumber == key.ServiceNumber,
        static key => new ServicePort(key.Workload, key.Name, key.Number, key.Protocol, key.ServiceNumber));

    /// <summary>A Service of the application, for generated code: the same object at each call.</summary>
    /// <param name="name">The Service's name.</param>
    /// <returns>The Service.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Service Service(string name) => _members.Get(
        (Workload: this, Name: name),
        static (Service service, (WorkloadInfo Workload, string Name) key) => service.Name == key.Name,
        static key => new Service(key.Workload, key.Name));

    /// <summary>A volume of the application's pods, for generated code: the same object at each call.</summary>
    /// <param name="name">The volume's name.</param>
    /// <param name="mountPath">Where the container sees it, or <see langword="null"/> where it is not mounted.</param>
    /// <returns>The volume.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Volume Volume(string name, string? mountPath) => _members.Volume(name, mountPath);

    /// <summary>A claim that exists already, for generated code: the same object at each call.</summary>
    /// <param name="claimName">The claim's name.</param>
    /// <param name="mountPath">Where the container sees it, or <see langword="null"/> where it is not mounted.</param>
    /// <returns>The claim.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ExistingClaim ExistingClaim(string claimName, string? mountPath) => _members.ExistingClaim(claimName, mountPath);

    /// <summary>
    /// Whether no known value distinguishes the two. Size does not count, since a workload may have been scaled; nor
    /// does a value that only one of them has.
    /// </summary>
    internal virtual bool MayBeSame(WorkloadInfo other) =>
        Kind == other.Kind
        && Name == other.Name
        && (Namespace is null || other.Namespace is null || Namespace == other.Namespace)
        && (ClusterDomain is null || other.ClusterDomain is null || ClusterDomain == other.ClusterDomain);

    /// <summary>The same workload, with the namespace and domain of the other one where it has none.</summary>
    internal abstract WorkloadInfo CompletedBy(WorkloadInfo other);
}
