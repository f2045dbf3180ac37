namespace Holdfast;

/// <summary>The entries of a ConfigMap as files of a <see cref="ProjectedVolumeAttribute"/>.</summary>
/// <param name="configMap">The ConfigMap's name.</param>
/// <example>
/// <code title="members">
/// [ProjectedVolume(MountPath = "/etc/pod")]
/// [ProjectedConfigMap("orders-settings", Items = new[] { "orders.conf" })]
/// public static partial Volume PodFiles { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ProjectedConfigMapAttribute(string configMap) : RepeatableDeclarationAttribute
{
    /// <summary>The ConfigMap's name.</summary>
    public string ConfigMap { get; } = configMap;

    /// <summary>Which entries, each as <c>key</c> or <c>key=path</c>; default: all, under their keys.</summary>
    public string[]? Items { get; set; }

    /// <summary>Whether the pod starts without it; default: it waits for it.</summary>
    public bool Optional { get; set; }
}
