namespace Holdfast;

/// <summary>
/// A Service with its own address for clients, on a <c>static partial</c> property of type <see cref="Service"/>.
/// It leads to any replica that is ready.
/// </summary>
/// <example>
/// <code title="members">
/// [ClientService(Ports = new[] { nameof(Http) }, Type = ServiceType.LoadBalancer, ExternalTrafficPolicy = TrafficPolicy.Local)]
/// public static partial Service Clients { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ClientServiceAttribute : ServiceSpecAttribute
{
    /// <summary>
    /// The Service's name, a DNS label that begins with a letter; default: the application's name, a dash and the
    /// property's name (<c>zookeeper-clients</c>).
    /// </summary>
    public string? Name { get; set; }
}
