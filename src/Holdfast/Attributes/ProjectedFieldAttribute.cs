namespace Holdfast;

/// <summary>
/// What Kubernetes knows about the pod, as a file of a <see cref="ProjectedVolumeAttribute"/>: exactly one of
/// <see cref="FieldPath"/> and <see cref="Resource"/>. Unlike a variable, the file follows when labels or annotations change.
/// Kubernetes: <c>downwardAPI</c>.
/// </summary>
/// <param name="path">The file's path in the volume, relative: <c>labels</c>.</param>
/// <example>
/// <code title="members">
/// [ProjectedVolume(MountPath = "/etc/pod")]
/// [ProjectedField("labels", FieldPath = "metadata.labels")]
/// public static partial Volume PodFiles { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ProjectedFieldAttribute(string path) : RepeatableDeclarationAttribute
{
    /// <summary>The file's path in the volume.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// The pod's field: <c>metadata.name</c>, <c>metadata.namespace</c>, <c>metadata.uid</c>, <c>metadata.labels</c>,
    /// <c>metadata.annotations</c>, or one of the last two with a key in brackets and quotes.
    /// </summary>
    public string? FieldPath { get; set; }

    /// <summary>
    /// An amount of the container that the volume is declared with: <c>requests</c> or <c>limits</c>, a dot, and <c>cpu</c>,
    /// <c>memory</c>, <c>ephemeral-storage</c> or huge pages.
    /// </summary>
    public string? Resource { get; set; }

    /// <summary>What <see cref="Resource"/> is divided by: <c>1Mi</c> gives mebibytes; default <c>1</c>.</summary>
    public string? Divisor { get; set; }

    /// <summary>The file's permissions, 0 to 511; default: the volume's.</summary>
    public int Mode { get; set; }
}
