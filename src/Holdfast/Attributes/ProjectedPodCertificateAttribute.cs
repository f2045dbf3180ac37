namespace Holdfast;

/// <summary>
/// A key and a certificate that a signer of the cluster issues for the pod, as files of a <see cref="ProjectedVolumeAttribute"/>: either
/// <see cref="CredentialBundlePath"/>, or <see cref="KeyPath"/> and <see cref="CertificateChainPath"/>. Kubernetes: <c>podCertificate</c>,
/// since 1.37.
/// </summary>
/// <param name="signerName">The signer: <c>example.com/workload</c>.</param>
/// <param name="keyType">The kind of key: <c>RSA3072</c>, <c>RSA4096</c>, <c>ECDSAP256</c>, <c>ECDSAP384</c>, <c>ECDSAP521</c> or <c>ED25519</c>.</param>
/// <example>
/// <code title="members says=HF9009">
/// [ProjectedVolume(MountPath = "/etc/pod")]
/// [ProjectedPodCertificate("example.com/workload", "ED25519", CredentialBundlePath = "credentials.pem")]
/// public static partial Volume PodFiles { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ProjectedPodCertificateAttribute(string signerName, string keyType) : RepeatableDeclarationAttribute
{
    /// <summary>The signer.</summary>
    public string SignerName { get; } = signerName;

    /// <summary>The kind of key.</summary>
    public string KeyType { get; } = keyType;

    /// <summary>The path of the file with the key and the chain, relative: <c>credentials.pem</c>.</summary>
    public string? CredentialBundlePath { get; set; }

    /// <summary>The path of the file with the key, relative.</summary>
    public string? KeyPath { get; set; }

    /// <summary>The path of the file with the chain, relative.</summary>
    public string? CertificateChainPath { get; set; }

    /// <summary>The longest time for which the certificate is valid, in seconds, 3600 to 7862400; default 86400.</summary>
    public int MaxExpirationSeconds { get; set; }

    /// <summary>What the signer is told, each as <c>key=value</c>.</summary>
    public string[]? UserAnnotations { get; set; }
}
