namespace Holdfast;

/// <summary>The entries of a ConfigMap that exists already, as files.</summary>
/// <param name="configMap">The ConfigMap's name.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ConfigMapVolumeAttribute(string configMap) : EntriesVolumeAttribute
{
    /// <summary>The ConfigMap's name.</summary>
    public string ConfigMap { get; } = configMap;
}
