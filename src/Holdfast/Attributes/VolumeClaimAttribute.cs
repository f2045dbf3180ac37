namespace Holdfast;

/// <summary>
/// A volume claim template, on a <c>static partial</c> property of type <see cref="ClaimTemplate"/>: each member gets a
/// claim of its own, named <c>&lt;template&gt;-&lt;application&gt;-&lt;ordinal&gt;</c>, that outlives its pod and is bound again by
/// its successor. Cannot be changed once the set exists.
/// </summary>
/// <param name="size">The size that is asked for, a quantity in bytes: <c>10Gi</c>, <c>500Mi</c>, <c>1Ti</c>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class VolumeClaimAttribute(string size) : Attribute
{
    /// <summary>The size that is asked for.</summary>
    public string Size { get; } = size;

    /// <summary>The template's name, a DNS label; default: the property's name in that form.</summary>
    public string? Name { get; set; }

    /// <summary>Where the container sees the volume, an absolute path.</summary>
    public string? MountPath { get; set; }

    /// <summary>A directory of the volume to mount in place of its root, a relative path.</summary>
    public string? SubPath { get; set; }

    /// <summary>Who may mount the volume; default <see cref="AccessMode.ReadWriteOnce"/>.</summary>
    public AccessMode AccessMode { get; set; }

    /// <summary>The StorageClass; left out, the cluster's default. The empty string means no dynamic provisioning.</summary>
    public string? StorageClass { get; set; }
}
