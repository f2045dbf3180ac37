namespace Holdfast;

/// <summary>The common arguments of volumes with the entries of a ConfigMap or Secret.</summary>
public abstract class EntriesVolumeAttribute : VolumeAttribute
{
    private protected EntriesVolumeAttribute()
    {
    }

    /// <summary>The files' permissions, 0 to 511; default 420, which is <c>0644</c> in octal.</summary>
    public int DefaultMode { get; set; }

    /// <summary>Whether the pod starts without it; default: it waits for it.</summary>
    public bool Optional { get; set; }

    /// <summary>Which entries, each as <c>key</c> or <c>key=path</c>; default: all, under their keys. Behind the key may stand the permissions in octal: <c>tls.key:0400=key.pem</c>.</summary>
    public string[]? Items { get; set; }
}
