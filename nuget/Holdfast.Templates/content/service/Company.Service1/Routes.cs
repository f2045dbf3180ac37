namespace Company.Service1;

/// <summary>The paths that the probes of the manifest and the program share.</summary>
internal static class Routes
{
    public const string Live = "/live";
    public const string Ready = "/ready";
}
