namespace Holdfast;

/// <summary>The transport protocol of a port.</summary>
public enum PortProtocol
{
    /// <summary>TCP, the default.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,

    /// <summary>SCTP.</summary>
    Sctp,
}
