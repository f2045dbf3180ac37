namespace Holdfast.Tests.Identity;

/// <summary>What the generator makes of an attributed type.</summary>
internal sealed class ZooKeeper : IStatefulApp
{
    public static StatefulSetInfo StatefulSet { get; } = new("zookeeper") { Replicas = 3, ClaimTemplates = ["data"] };

    public static PodSet Pods => StatefulSet.Pods;

    public static ServicePort Client { get; } = new(StatefulSet, "client", 2181, PortProtocol.Tcp);

    public static ClaimTemplate Data { get; } = new(StatefulSet, "data", "/data");

    public static Service Clients { get; } = new(StatefulSet, "zookeeper-clients");
}
