namespace Holdfast.WellKnown;

/// <summary>Lengths and ranges that the API server or the StatefulSet controller holds to.</summary>
internal static class KubernetesLimits
{
    /// <summary>The longest DNS label, RFC 1123.</summary>
    public const int DnsLabelLength = 63;

    /// <summary>The longest DNS subdomain name, RFC 1123: names of claims, pods and most objects.</summary>
    public const int DnsSubdomainLength = 253;

    /// <summary>
    /// The longest StatefulSet name that always runs. The controller labels each pod with
    /// <c>controller-revision-hash: &lt;name&gt;-&lt;hash of up to 10&gt;</c>, and a label value has at most 63 characters.
    /// </summary>
    public const int StatefulSetNameLength = DnsLabelLength - 11;

    /// <summary>The most bytes that all keys and values of an object's annotations may have together.</summary>
    public const int AnnotationBytes = 256 * 1024;

    /// <summary>The longest name of a container port (an IANA service name).</summary>
    public const int PortNameLength = 15;

    /// <summary>The longest key of a ConfigMap or a Secret.</summary>
    public const int ConfigKeyLength = 253;

    /// <summary>The most bytes that all values of a ConfigMap or Secret have together, in UTF-8: 1 MiB. Keys are not counted.</summary>
    public const int ConfigMapBytes = 1024 * 1024;

    /// <summary>The shortest validity of a service account's token, in seconds.</summary>
    public const int TokenSeconds = 600;

    /// <summary>The longest validity of a service account's token, in seconds.</summary>
    public const long MaxTokenSeconds = 1L << 32;

    /// <summary>The highest permissions of a file, <c>0777</c> in octal.</summary>
    public const int MaxFileMode = 511;

    /// <summary>The lowest port number.</summary>
    public const int MinPort = 1;

    /// <summary>The highest port number.</summary>
    public const int MaxPort = 65535;

    /// <summary>The port on which DNS answers, by UDP and TCP.</summary>
    public const int DnsPort = 53;

    /// <summary>The longest time, in seconds, that an autoscaler looks back.</summary>
    public const int StabilizationSeconds = 3600;

    /// <summary>The longest period, in seconds, in which an autoscaler counts its changes.</summary>
    public const int ScalingPeriodSeconds = 1800;

    /// <summary>The longest time, in seconds, for which a Service keeps a client with one pod: a day.</summary>
    public const int SessionAffinitySeconds = 86400;

    /// <summary>The highest weight of a preference for nodes or pods.</summary>
    public const int PreferenceWeight = 100;

    /// <summary>
    /// The highest ordinal. Kubernetes counts replicas and ordinals in 32 bits; one less, so that the number after the
    /// last ordinal can still be said.
    /// </summary>
    public const int MaxOrdinal = int.MaxValue - 1;
}
