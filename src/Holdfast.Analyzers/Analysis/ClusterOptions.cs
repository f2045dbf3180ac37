namespace Holdfast.Analyzers.Analysis;

/// <summary>Types of other libraries that ask the API server as soon as an application uses them, without a call that would say so.</summary>
internal static class ClusterOptions
{
    /// <summary>Akka.NET's lease, in namespaces below <see cref="Akka"/>.</summary>
    public const string AkkaLease = "KubernetesLeaseOption";

    /// <summary>Proto.Actor's provider.</summary>
    public const string ProtoActor = "KubernetesProvider";

    public const string Akka = "Akka";

    public const string ProtoActorNamespace = "Proto.Cluster.Kubernetes";

    /// <summary>Their full names.</summary>
    public static readonly string[] FullNames = [Akka + ".Coordination.KubernetesApi." + AkkaLease, ProtoActorNamespace + "." + ProtoActor];
}
