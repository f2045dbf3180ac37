namespace Holdfast;

/// <summary>
/// Lets an Ingress controller send HTTP requests for a host and path to the Service that the property declares, beside
/// <see cref="ClientServiceAttribute"/>. All of a Service are rules of one Ingress.
/// <code title="members">
/// [ClientService]
/// [Ingress("shop.example.com", Class = "nginx", TlsSecret = "shop-tls", Port = nameof(Http))]
/// [Ingress("shop.example.com", Path = "/api", PathType = IngressPathType.Exact, Port = nameof(Http))]
/// public static partial Service Web { get; }
/// </code>
/// </summary>
/// <param name="host">The host that requests are for; <see langword="null"/> for all hosts.</param>
/// <remarks>The cluster needs an Ingress controller, and <see cref="Class"/> or a default IngressClass that says which.</remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class IngressAttribute(string? host = null) : RouteAttribute(host)
{
    /// <summary>How <see cref="RouteAttribute.Path"/> is compared with the path of a request; default: as a prefix.</summary>
    public IngressPathType PathType { get; set; }

    /// <summary>The IngressClass; left out, the default class of the cluster.</summary>
    public string? Class { get; set; }

    /// <summary>The Secret with the certificate of the host (<c>tls.crt</c> and <c>tls.key</c>); left out, the controller has none for it.</summary>
    public string? TlsSecret { get; set; }
}
