namespace Holdfast;

/// <summary>What the monitors of the Prometheus operator have in common.</summary>
/// <remarks>
/// Where the application has a <see cref="NetworkPolicyAttribute"/>, the policy lets pods with <see cref="ScraperLabels"/> connect to
/// the port.
/// </remarks>
public abstract class MonitorAttribute : DeclarationAttribute
{
    private protected MonitorAttribute()
    {
    }

    /// <summary>The object's name; default: the application's. Ports whose monitors have one name are in one object.</summary>
    public string? Name { get; set; }

    /// <summary>The path of the metrics; default <c>/metrics</c>.</summary>
    public string? Path { get; set; }

    /// <summary>The time between two scrapes: <c>30s</c>; default: that of the Prometheus server.</summary>
    public string? Interval { get; set; }

    /// <summary>Whether metrics are read over HTTPS; default: over HTTP.</summary>
    public bool Https { get; set; }

    /// <summary>
    /// Labels of the object that the Prometheus server selects monitors by, each as <c>key=value</c>:
    /// <c>release=kube-prometheus-stack</c>.
    /// </summary>
    public string[]? Labels { get; set; }

    /// <summary>The namespace of the Prometheus server that a declared network policy lets in; default: every namespace.</summary>
    public string? ScraperNamespace { get; set; }

    /// <summary>
    /// The labels of the pods that a declared network policy lets in, as in <see cref="NetworkPolicyAttribute.ClientLabels"/>; default
    /// <c>app.kubernetes.io/name=prometheus</c>, which the operator gives to its servers.
    /// </summary>
    public string[]? ScraperLabels { get; set; }
}
