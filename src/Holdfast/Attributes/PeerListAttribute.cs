namespace Holdfast;

/// <summary>
/// Every replica's address in the form that the application wants, on a <c>static partial</c> property of type
/// <see cref="string"/>: a text for each replica with placeholders, put together with a separator.
/// </summary>
/// <remarks>
/// Placeholders: <c>{ordinal}</c>, also with an offset (<c>{ordinal+1}</c>); <c>{index}</c>, which counts from 0 whatever
/// the first ordinal is, also with an offset; <c>{name}</c>, the pod's name; <c>{host}</c>, its DNS name, fully qualified
/// where the namespace is declared; <c>{service}</c>, the governing Service's name; and any member that declares a port,
/// for its number. Braces are doubled to stand for themselves. No more than 10,000 replicas can be listed (HF9024).
/// </remarks>
/// <example>
/// <code title="members">
/// [PeerList(Env = "ORDERS_PEERS", Each = "{name}={host}:{Http}", Separator = ";")]
/// public static partial string Members { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class PeerListAttribute : DeclarationAttribute
{
    /// <summary>The environment variable that takes the list; left out, the list is there for code only.</summary>
    public string? Env { get; set; }

    /// <summary>The text for one replica; default <c>{host}</c>.</summary>
    public string Each { get; set; } = WellKnown.ManifestDefaults.PeerText;

    /// <summary>The separator between two replicas; default <c>,</c>.</summary>
    public string Separator { get; set; } = WellKnown.ManifestDefaults.PeerSeparator;
}
