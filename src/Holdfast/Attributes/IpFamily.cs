namespace Holdfast;

/// <summary>A version of the internet protocol.</summary>
public enum IpFamily
{
    /// <summary>Version 4.</summary>
    IPv4,

    /// <summary>Version 6.</summary>
    IPv6,
}
