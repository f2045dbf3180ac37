namespace Holdfast;

/// <summary>
/// Places replicas near other pods: into a domain of a topology where one of them runs. Kubernetes:
/// <c>affinity.podAffinity</c>.
/// </summary>
/// <param name="app">The application whose pods are wanted near: <c>typeof(ZooKeeper)</c>; left out, this one.</param>
/// <example>
/// <code title="attributes">
/// [PodAffinity(Labels = new[] { "app=cache" }, TopologyKey = "topology.kubernetes.io/zone")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PodAffinityAttribute(Type? app = null) : PodAffinitySpecAttribute(app)
{
}
