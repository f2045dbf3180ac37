namespace Holdfast;

/// <summary>The entries of a ConfigMap that exists already, as files.</summary>
/// <param name="configMap">The ConfigMap's name.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ConfigMapVolumeAttribute(string configMap) : VolumeAttribute
{
    /// <summary>The ConfigMap's name.</summary>
    public string ConfigMap { get; } = configMap;

    /// <summary>The files' permissions, 0 to 511; default 420, which is <c>0644</c> in octal.</summary>
    public int DefaultMode { get; set; }

    /// <summary>Whether the pod starts without it; default: it waits for it.</summary>
    public bool Optional { get; set; }

    /// <summary>Which entries, each as <c>key</c> or <c>key=path</c>; default: all, under their keys.</summary>
    public string[]? Items { get; set; }
}
