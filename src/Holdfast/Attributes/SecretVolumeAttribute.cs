namespace Holdfast;

/// <summary>The entries of a Secret that exists already, as files.</summary>
/// <param name="secret">The Secret's name.</param>
/// <example>
/// <code title="members">
/// [SecretVolume("orders-tls", MountPath = "/etc/tls", DefaultMode = 288, ReadOnly = true)]
/// public static partial Volume Tls { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class SecretVolumeAttribute(string secret) : EntriesVolumeAttribute
{
    /// <summary>The Secret's name.</summary>
    public string Secret { get; } = secret;
}
