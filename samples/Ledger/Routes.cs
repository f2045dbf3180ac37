namespace Holdfast.Samples.Ledger;

/// <summary>Paths that the manifest, the server and its clients have in common.</summary>
internal static class Routes
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string Entries = "/entries";
    public const string Status = "/status";
}
