using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>What is declared of a workload's software that no Kubernetes object has a field for, whichever reader found it.</summary>
/// <param name="Kind">The workload's kind.</param>
/// <param name="Name">The workload's name.</param>
internal sealed record WorkloadFacts(string Kind, string Name)
{
    /// <summary>Whether its code may ask Holdfast who the pod is, which it learns from variables.</summary>
    public bool HasIdentity { get; init; }

    /// <summary>Whether it works only while a majority of its replicas does.</summary>
    public bool NeedsMajority { get; init; }

    /// <summary>Whether the first replica alone founds the cluster which the others join.</summary>
    public ManifestNode? FirstReplicaBootstraps { get; init; }

    /// <summary>Whether a replica is ready only once it sees others.</summary>
    public ManifestNode? ReadinessNeedsPeers { get; init; }
}
