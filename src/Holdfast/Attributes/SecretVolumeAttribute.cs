namespace Holdfast;

/// <summary>The entries of a Secret that exists already, as files.</summary>
/// <param name="secret">The Secret's name.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class SecretVolumeAttribute(string secret) : EntriesVolumeAttribute
{
    /// <summary>The Secret's name.</summary>
    public string Secret { get; } = secret;
}
