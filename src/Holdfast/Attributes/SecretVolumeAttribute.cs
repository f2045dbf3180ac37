namespace Holdfast;

/// <summary>The entries of a Secret that exists already, as files.</summary>
/// <param name="secret">The Secret's name.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class SecretVolumeAttribute(string secret) : VolumeAttribute
{
    /// <summary>The Secret's name.</summary>
    public string Secret { get; } = secret;

    /// <summary>The files' permissions, 0 to 511; default 420, which is <c>0644</c> in octal.</summary>
    public int DefaultMode { get; set; }

    /// <summary>Whether the pod starts without it; default: it waits for it.</summary>
    public bool Optional { get; set; }

    /// <summary>Which entries, each as <c>key</c> or <c>key=path</c>; default: all, under their keys.</summary>
    public string[]? Items { get; set; }
}
