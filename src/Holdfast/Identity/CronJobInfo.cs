using System.ComponentModel;

namespace Holdfast;

/// <summary>A CronJob, by the names that the manifest has. The names of its Jobs are made by Kubernetes. Immutable.</summary>
public sealed class CronJobInfo
{
    private readonly string? _namespace;
    private DeclaredMembers _members;

    /// <summary>Describes a CronJob of the given name.</summary>
    /// <param name="name">
    /// The CronJob's name, a DNS name: lower-case letters, digits, dashes and dots, with a letter or digit at both ends of each part.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS name.</exception>
    public CronJobInfo(string name)
    {
        Name = Require.DnsSubdomain(name, "CronJob name", nameof(name));
    }

    /// <summary>The CronJob's name.</summary>
    public string Name { get; }

    /// <summary>The namespace, a DNS label, or <see langword="null"/> where it is not declared.</summary>
    /// <exception cref="ArgumentException">The value is not a DNS label.</exception>
    public string? Namespace
    {
        get => _namespace;
        init => _namespace = value is null ? null : Require.DnsLabel(value, "namespace", nameof(Namespace));
    }

    /// <summary>A volume of the CronJob's pods, for generated code: the same object at each call.</summary>
    /// <param name="name">The volume's name.</param>
    /// <param name="mountPath">Where the container sees it, or <see langword="null"/> where it is not mounted.</param>
    /// <returns>The volume.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Volume Volume(string name, string? mountPath) => _members.Volume(name, mountPath);

    /// <summary>A claim that exists already, for generated code: the same object at each call.</summary>
    /// <param name="claimName">The claim's name.</param>
    /// <param name="mountPath">Where the container sees it, or <see langword="null"/> where it is not mounted.</param>
    /// <returns>The claim.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ExistingClaim ExistingClaim(string claimName, string? mountPath) => _members.ExistingClaim(claimName, mountPath);

    /// <summary>The CronJob's name.</summary>
    /// <returns>The CronJob's name.</returns>
    public override string ToString() => Name;
}
