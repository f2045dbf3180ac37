namespace Holdfast;

/// <summary>A volume of a pod that is not a claim. Immutable.</summary>
public sealed class Volume
{
    /// <summary>Describes a volume.</summary>
    /// <param name="name">The volume's name in the pod, a DNS label.</param>
    /// <param name="mountPath">Where the container sees it, or <see langword="null"/> where it is not mounted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS label.</exception>
    public Volume(string name, string? mountPath)
    {
        Name = Require.DnsLabel(name, "volume name", nameof(name));
        MountPath = mountPath;
    }

    /// <summary>The volume's name in the pod.</summary>
    public string Name { get; }

    /// <summary>Where the container sees it, or <see langword="null"/> where it is not mounted.</summary>
    public string? MountPath { get; }

    /// <summary>The volume's name.</summary>
    /// <returns>The volume's name.</returns>
    public override string ToString() => Name;
}
