namespace Holdfast;

/// <summary>Rights at the API server that libraries document, for <see cref="AllowAttribute"/>.</summary>
public enum ClientRights
{
    /// <summary>
    /// <c>UseKubernetesHosting</c> of Orleans: get, watch, list, delete and patch pods
    /// (<see href="https://learn.microsoft.com/dotnet/orleans/deployment/kubernetes"/>).
    /// </summary>
    Orleans = 1,

    /// <summary>
    /// Akka.Discovery.KubernetesApi, by which Akka.Management finds the nodes of a cluster: get, watch and list pods
    /// (<see href="https://github.com/akkadotnet/Akka.Management/tree/dev/src/cluster.bootstrap/examples/discovery/kubernetes"/>).
    /// </summary>
    AkkaManagement = 2,

    /// <summary>
    /// Akka.Coordination.KubernetesApi: get, create, update and list <c>leases</c> of the group <c>akka.io</c>, a CustomResourceDefinition
    /// (<see href="https://github.com/akkadotnet/Akka.Management/tree/dev/src/coordination/kubernetes/Akka.Coordination.KubernetesApi"/>).
    /// </summary>
    AkkaLease = 3,

    /// <summary>
    /// <c>KubernetesProvider</c> of Proto.Cluster.Kubernetes: get, list, watch and patch pods
    /// (<see href="https://github.com/asynkron/protoactor-dotnet/tree/dev/examples/ClusterK8sGrains/chart/templates"/>).
    /// </summary>
    ProtoActor = 4,

    /// <summary>
    /// Holdfast.Discovery asks whether a replica that stops leaves the set or comes back: get the application's own StatefulSet.
    /// </summary>
    ScaleIn = 5,
}
