namespace Holdfast.Tests.Identity;

/// <summary>What the generator makes of an attributed type.</summary>
internal sealed class ZooKeeper : IStatefulApp
{
    public static StatefulSetInfo StatefulSet { get; } = new("zookeeper", 3, "data");

    public static PodSet Pods => StatefulSet.Pods;

    public static ServicePort Client => StatefulSet.Port("client", 2181);

    public static ClaimTemplate Data => StatefulSet.Claim("data", "/data");

    public static Service Clients => StatefulSet.Service("zookeeper-clients");
}
