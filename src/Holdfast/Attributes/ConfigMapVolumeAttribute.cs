namespace Holdfast;

/// <summary>The entries of a ConfigMap that exists already, as files.</summary>
/// <param name="configMap">The ConfigMap's name.</param>
/// <example>
/// <code title="members">
/// [ConfigMapVolume("orders-settings", MountPath = "/etc/orders", Items = new[] { "orders.conf", "tls.conf:0400=tls/tls.conf" })]
/// public static partial Volume Settings { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ConfigMapVolumeAttribute(string configMap) : EntriesVolumeAttribute
{
    /// <summary>The ConfigMap's name.</summary>
    public string ConfigMap { get; } = configMap;
}
