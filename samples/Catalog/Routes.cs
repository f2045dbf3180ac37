namespace Holdfast.Samples.Catalog;

/// <summary>The paths of the API, which probes name too.</summary>
internal static class Routes
{
    public const string Items = "/items";

    public const string Health = "/health";
}
