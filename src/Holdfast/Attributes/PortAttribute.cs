namespace Holdfast;

/// <summary>
/// A port of the application's container, on a <c>static partial</c> property of type <see cref="ServicePort"/>. It is
/// named in the container and in the governing Service, so it has an SRV record.
/// </summary>
/// <param name="number">The port number, 1 to 65535.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class PortAttribute(int number) : Attribute
{
    /// <summary>The port number.</summary>
    public int Number { get; } = number;

    /// <summary>
    /// The port's name: at most 15 lower-case letters, digits and <c>-</c>, with a letter among them; default: the
    /// property's name in that form (<c>ClientTls</c> is <c>client-tls</c>).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The transport protocol; default TCP.</summary>
    public PortProtocol Protocol { get; set; }
}
