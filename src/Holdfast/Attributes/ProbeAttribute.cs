namespace Holdfast;

/// <summary>
/// How the kubelet asks a container for its health, one of four ways: a <see cref="Command"/> that exits with 0; an HTTP
/// GET of <see cref="HttpPath"/> on <see cref="Port"/>; the gRPC health protocol on <see cref="GrpcPort"/>; or, with
/// nothing but <see cref="Port"/>, a TCP connection.
/// </summary>
public abstract class ProbeAttribute : DeclarationAttribute
{
    private protected ProbeAttribute()
    {
    }

    /// <summary>A command inside the container; 0 is healthy. No shell runs it unless it names one.</summary>
    public string[]? Command { get; set; }

    /// <summary>The path of an HTTP GET; 200 to 399 is healthy. Needs <see cref="Port"/>.</summary>
    public string? HttpPath { get; set; }

    /// <summary>The member that declares the port, <c>nameof(Client)</c>.</summary>
    public string? Port { get; set; }

    /// <summary>The member that declares the port of the gRPC health service, <c>nameof(Api)</c>.</summary>
    public string? GrpcPort { get; set; }

    /// <summary>Seconds before the first check; default 0.</summary>
    public int InitialDelaySeconds { get; set; }

    /// <summary>Seconds between checks; default 10.</summary>
    public int PeriodSeconds { get; set; } = 10;

    /// <summary>Seconds after which a check has failed; default 1.</summary>
    public int TimeoutSeconds { get; set; } = 1;

    /// <summary>How many failures in a row count; default 3.</summary>
    public int FailureThreshold { get; set; } = 3;

    /// <summary>How many successes in a row count; default 1, and always 1 for liveness and start-up.</summary>
    public int SuccessThreshold { get; set; } = 1;

    /// <summary>Whether the HTTP GET is made with TLS; the certificate is not checked.</summary>
    public bool Https { get; set; }

    /// <summary>Headers of the HTTP GET, each as <c>Name: value</c>.</summary>
    public string[]? HttpHeaders { get; set; }

    /// <summary>The name that the gRPC health service is asked for; default: none.</summary>
    public string? GrpcService { get; set; }

    /// <summary>
    /// The port of the check by its number, 1 to 65535, in place of <see cref="Port"/>: for ports that no member declares.
    /// </summary>
    public int PortNumber { get; set; }

    /// <summary>The host that is connected to in place of the pod. Left out, it is the pod, as it nearly always should be.</summary>
    public string? Host { get; set; }

    /// <summary>
    /// Seconds from the request to stop until the container is killed, when this probe restarts it; 1 or more, default: those of the
    /// pod. Not for readiness.
    /// </summary>
    public int TerminationGracePeriodSeconds { get; set; }
}
