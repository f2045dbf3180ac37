namespace Holdfast;

/// <summary>
/// An action in a container's life cycle, one of three: a <see cref="Command"/> inside it, an HTTP GET of
/// <see cref="HttpPath"/> on <see cref="Port"/>, or a pause of <see cref="SleepSeconds"/>.
/// </summary>
public abstract class HookAttribute : DeclarationAttribute
{
    private protected HookAttribute()
    {
    }

    /// <summary>A command inside the container. No shell runs it unless it names one.</summary>
    public string[]? Command { get; set; }

    /// <summary>The path of an HTTP GET. Needs <see cref="Port"/>.</summary>
    public string? HttpPath { get; set; }

    /// <summary>The member that declares the port, <c>nameof(Http)</c>.</summary>
    public string? Port { get; set; }

    /// <summary>Seconds to wait, 1 (from Kubernetes 1.33 on 0) up to the grace period; since Kubernetes 1.30.</summary>
    public int SleepSeconds { get; set; }

    /// <summary>The port of the HTTP GET by its number, 1 to 65535, in place of <see cref="Port"/>.</summary>
    public int PortNumber { get; set; }

    /// <summary>The host of the HTTP GET in place of the pod; left out, the pod.</summary>
    public string? Host { get; set; }

    /// <summary>Whether the HTTP GET is over TLS, without a check of the certificate; default <see langword="false"/>.</summary>
    public bool Https { get; set; }

    /// <summary>Headers of the HTTP GET, each as <c>Name: value</c>; default: none.</summary>
    public string[]? HttpHeaders { get; set; }
}
