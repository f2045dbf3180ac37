namespace Holdfast;

/// <summary>The entries of a Secret as files of a <see cref="ProjectedVolumeAttribute"/>.</summary>
/// <param name="secret">The Secret's name.</param>
/// <example>
/// <code title="members">
/// [ProjectedVolume(MountPath = "/etc/pod")]
/// [ProjectedSecret("orders-tls", Items = new[] { "tls.key:0400=tls/key.pem", "tls.crt=tls/cert.pem" })]
/// public static partial Volume PodFiles { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ProjectedSecretAttribute(string secret) : RepeatableDeclarationAttribute
{
    /// <summary>The Secret's name.</summary>
    public string Secret { get; } = secret;

    /// <summary>Which entries, each as <c>key</c> or <c>key=path</c>; default: all, under their keys.</summary>
    public string[]? Items { get; set; }

    /// <summary>Whether the pod starts without it; default: it waits for it.</summary>
    public bool Optional { get; set; }
}
