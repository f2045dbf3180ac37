namespace Holdfast;

/// <summary>
/// A token of the pod's service account as a file of a <see cref="ProjectedVolumeAttribute"/>, renewed before it expires.
/// Kubernetes: <c>serviceAccountToken</c>.
/// </summary>
/// <param name="path">The file's path in the volume, relative: <c>token</c>.</param>
/// <example>
/// <code title="members">
/// [ProjectedVolume(MountPath = "/etc/pod")]
/// [ProjectedToken("vault-token", Audience = "vault", ExpirationSeconds = 3600)]
/// public static partial Volume PodFiles { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ProjectedTokenAttribute(string path) : RepeatableDeclarationAttribute
{
    /// <summary>The file's path in the volume.</summary>
    public string Path { get; } = path;

    /// <summary>The audience that the token is for; default: the API server.</summary>
    public string? Audience { get; set; }

    /// <summary>How long a token is valid, in seconds, at least 600; default 3600.</summary>
    public long ExpirationSeconds { get; set; }
}
