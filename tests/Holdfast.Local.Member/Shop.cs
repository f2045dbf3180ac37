namespace Holdfast.Local.Member;

/// <summary>What a generated declaration would have.</summary>
internal static class Shop
{
    public static StatefulSetInfo Set { get; } = new("shop") { Replicas = 3, ClaimTemplates = ["data"] };

    public static ServicePort Http { get; } = new(Set, "http", 8080, PortProtocol.Tcp);
}
