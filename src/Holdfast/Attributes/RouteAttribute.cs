namespace Holdfast;

/// <summary>What the routes to a Service have in common.</summary>
public abstract class RouteAttribute : RepeatableDeclarationAttribute
{
    private protected RouteAttribute(string? host) => Host = host;

    /// <summary>
    /// The host that requests are for: a DNS name, whose first label may be <c>*</c>. Left out, requests for all hosts are meant.
    /// </summary>
    public string? Host { get; }

    /// <summary>
    /// The object's name: at most 253 lowercase letters, digits, <c>-</c> and <c>.</c>; default: the Service's. Routes of one name
    /// are one object, also those of several Services.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The path of the requests; it begins with <c>/</c>, default <c>/</c>.</summary>
    public string Path { get; set; } = "/";

    /// <summary>
    /// The member that declares the port that requests are sent to, <c>nameof(Http)</c>; left out, it is the only TCP port of the Service.
    /// </summary>
    public string? Port { get; set; }

    /// <summary>
    /// Annotations of the object, each as <c>key=value</c>: <c>cert-manager.io/cluster-issuer=letsencrypt</c>. Those of all routes of
    /// one object are put together.
    /// </summary>
    public string[]? Annotations { get; set; }
}
