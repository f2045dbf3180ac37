namespace Holdfast;

/// <summary>
/// A port of the application's container, on a <c>static partial</c> property of type <see cref="Holdfast.ServicePort"/>. It is
/// named in the container and in the governing Service, so it has an SRV record.
/// </summary>
/// <remarks>
/// In an image that the project publishes, ASP.NET Core listens on 8080, which is the number of a port that gives none. The manifest sets
/// <c>ASPNETCORE_HTTP_PORTS</c> where a port called <c>http</c>, or with the <see cref="AppProtocol"/> <c>http</c>, has another number, unless other variables
/// or arguments may say where it listens.
/// </remarks>
/// <example>
/// <code title="members">
/// [Port(9090, Name = "metrics", ServicePort = 80, AppProtocol = "http")]
/// public static partial ServicePort Metrics { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class PortAttribute : DeclarationAttribute
{
    /// <summary>A port of an image that the project publishes: 8080.</summary>
    public PortAttribute()
        : this(WellKnown.ManifestDefaults.DotNetHttpPort)
    {
    }

    /// <summary>A port.</summary>
    /// <param name="number">The port number, 1 to 65535; left out, 8080 for an image that the project publishes, and an error for any other.</param>
    public PortAttribute(int number) => Number = number;

    /// <summary>The port number.</summary>
    public int Number { get; }

    /// <summary>
    /// The port's name: at most 15 lower-case letters, digits and <c>-</c>, with a letter among them; default: the
    /// property's name in that form (<c>ClientTls</c> is <c>client-tls</c>).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The transport protocol; default TCP.</summary>
    public PortProtocol Protocol { get; set; }

    /// <summary>
    /// The number under which client Services offer the port, 1 to 65535; default: that of the container. The governing
    /// Service always has the container's own, since its clients connect to the replicas themselves.
    /// </summary>
    public int ServicePort { get; set; }

    /// <summary>
    /// The port of every node that leads here, for client Services of the types <see cref="ServiceType.NodePort"/> and
    /// <see cref="ServiceType.LoadBalancer"/>; clusters allow 30000 to 32767 unless they are set up otherwise, and each
    /// once. Left out, the cluster picks one.
    /// </summary>
    public int NodePort { get; set; }

    /// <summary>
    /// The port of the replica's host that leads here, 1 to 65535; left out, none. No two replicas share a host then.
    /// </summary>
    public int HostPort { get; set; }

    /// <summary>
    /// The application protocol that Services state: <c>kubernetes.io/h2c</c>, <c>https</c>, or <c>example.com/mine</c>;
    /// left out, none.
    /// </summary>
    public string? AppProtocol { get; set; }

    /// <summary>The address of the host on which <see cref="HostPort"/> is open; left out, all. Kubernetes: <c>hostIP</c>.</summary>
    public string? HostIp { get; set; }
}
