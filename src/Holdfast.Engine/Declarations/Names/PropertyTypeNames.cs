namespace Holdfast.Engine.Declarations.Names;

/// <summary>The types that declared members must have, as code names them.</summary>
internal static class PropertyTypeNames
{
    public const string ServicePort = "ServicePort";

    public const string ClaimTemplate = "ClaimTemplate";

    public const string ExistingClaim = "ExistingClaim";

    public const string Volume = "Volume";

    public const string Service = "Service";

    public const string ReplicaServices = "ReplicaServices";

    public const string String = "string";
}
