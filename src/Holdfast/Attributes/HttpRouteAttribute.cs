namespace Holdfast;

/// <summary>
/// Lets a Gateway send HTTP requests for a host and path to the Service that the property declares, beside
/// <see cref="ClientServiceAttribute"/>. All of a Service are one HTTPRoute of the Gateway API.
/// <code title="members">
/// [ClientService]
/// [HttpRoute("shop.example.com", Gateway = "public", GatewayNamespace = "edge", Port = nameof(Http))]
/// public static partial Service Web { get; }
/// </code>
/// </summary>
/// <param name="host">The host that requests are for; <see langword="null"/> for all hosts of the Gateway.</param>
/// <remarks>
/// The cluster needs the resources of the Gateway API and a Gateway that accepts routes of the application's namespace. An HTTPRoute
/// sends every one of its hosts to every one of its paths, so hosts with different paths have different names.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class HttpRouteAttribute(string? host = null) : RouteAttribute(host)
{
    /// <summary>The Gateway that requests come from.</summary>
    public string? Gateway { get; set; }

    /// <summary>The Gateway's namespace; left out, the application's.</summary>
    public string? GatewayNamespace { get; set; }

    /// <summary>The Gateway's listener; left out, all that accept the route.</summary>
    public string? Listener { get; set; }

    /// <summary>How <see cref="RouteAttribute.Path"/> is compared with the path of a request; default: as a prefix.</summary>
    public HttpRoutePathType PathType { get; set; }
}
