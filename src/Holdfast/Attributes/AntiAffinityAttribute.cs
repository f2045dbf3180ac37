namespace Holdfast;

/// <summary>
/// Keeps replicas apart from other pods; without arguments from each other: no two in one domain of a topology. Where it is
/// required, there are never more replicas running than domains. Kubernetes: <c>affinity.podAntiAffinity</c>.
/// </summary>
/// <param name="app">The application whose pods are kept away from; left out, this one.</param>
/// <example>
/// <code title="attributes">
/// [AntiAffinity(Required = true)]
/// [AntiAffinity(Labels = new[] { "app in (batch, reports)" }, Weight = 50)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class AntiAffinityAttribute(Type? app = null) : PodAffinitySpecAttribute(app)
{
}
