using System.ComponentModel;

namespace Holdfast;

/// <summary>A Job, by the names that the manifest has. Its pods have random names and no DNS names. Immutable.</summary>
public sealed class JobInfo
{
    private readonly string? _application;
    private readonly string? _namespace;
    private DeclaredMembers _members;

    /// <summary>Describes a Job of the given name.</summary>
    /// <param name="name">
    /// The Job's name, a DNS label: at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS label.</exception>
    public JobInfo(string name)
    {
        Name = Require.DnsLabel(name, "Job name", nameof(name));
    }

    /// <summary>
    /// The Job's name. That of a declared one ends with a hash of what it runs, since a Job cannot be changed once it is there.
    /// </summary>
    public string Name { get; }

    /// <summary>
    /// The name without the hash, which is the label <c>app.kubernetes.io/name</c> of the Job and of its pods; <see cref="Name"/> unless
    /// it is set.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a DNS label.</exception>
    public string Application
    {
        get => _application ?? Name;
        init => _application = Require.DnsLabel(value, "application name", nameof(Application));
    }

    /// <summary>The namespace, a DNS label, or <see langword="null"/> where it is not declared.</summary>
    /// <exception cref="ArgumentException">The value is not a DNS label.</exception>
    public string? Namespace
    {
        get => _namespace;
        init => _namespace = value is null ? null : Require.DnsLabel(value, "namespace", nameof(Namespace));
    }

    /// <summary>A volume of the Job's pods, for generated code: the same object at each call.</summary>
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

    /// <summary>The Job's name.</summary>
    /// <returns>The Job's name.</returns>
    public override string ToString() => Name;
}
