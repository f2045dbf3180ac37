namespace Holdfast.WellKnown;

/// <summary>Values that Holdfast writes, or assumes, where a declaration says nothing.</summary>
internal static class ManifestDefaults
{
    /// <summary>The user and group that containers run as, since the restricted profile needs a number.</summary>
    public const int UserId = 1000;

    /// <summary>The text for one member of a peer list.</summary>
    public const string PeerText = "{host}";

    /// <summary>What stands between two members of a peer list.</summary>
    public const string PeerSeparator = ",";
}
