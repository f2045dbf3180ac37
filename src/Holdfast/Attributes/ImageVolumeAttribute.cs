namespace Holdfast;

/// <summary>
/// The files of an image or artifact of a registry, read only: a model, or rules. Kubernetes: <c>image</c>, since 1.35; the container run-time must
/// be able to do it.
/// </summary>
/// <param name="reference">The image with its tag or digest: <c>example/model:1.0</c>.</param>
/// <example>
/// <code title="members">
/// [ImageVolume("registry.example/model:1.0", PullPolicy = ImagePullPolicy.IfNotPresent, MountPath = "/model")]
/// public static partial Volume Model { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ImageVolumeAttribute(string reference) : VolumeAttribute
{
    /// <summary>The image with its tag or digest.</summary>
    public string Reference { get; } = reference;

    /// <summary>
    /// When the image is pulled; left out, always for the tag <c>latest</c> or none, and else only where it is missing.
    /// </summary>
    public ImagePullPolicy PullPolicy { get; set; }
}
