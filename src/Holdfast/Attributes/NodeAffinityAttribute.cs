namespace Holdfast;

/// <summary>
/// Which nodes replicas run on, by a label of the nodes. Kubernetes: <c>affinity.nodeAffinity</c>. All that are required
/// must hold; each preference counts separately.
/// </summary>
/// <param name="key">The label's key: <c>topology.kubernetes.io/zone</c>; <c>metadata.name</c> is the name of the node (Kubernetes: <c>matchFields</c>).</param>
/// <param name="operator">How the label is compared.</param>
/// <param name="values">
/// The values: one or more for <see cref="NodeAffinityOperator.In"/> and <see cref="NodeAffinityOperator.NotIn"/>, none for
/// <see cref="NodeAffinityOperator.Exists"/> and <see cref="NodeAffinityOperator.DoesNotExist"/>, one whole number for
/// <see cref="NodeAffinityOperator.Gt"/> and <see cref="NodeAffinityOperator.Lt"/>.
/// </param>
/// <example>
/// <code title="attributes">
/// [NodeAffinity("topology.kubernetes.io/zone", NodeAffinityOperator.In, "eu-1a", "eu-1b")]
/// [NodeAffinity("disk", NodeAffinityOperator.Exists, Weight = 50)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class NodeAffinityAttribute(string key, NodeAffinityOperator @operator, params string[] values) : RepeatableDeclarationAttribute
{
    /// <summary>The label's key.</summary>
    public string Key { get; } = key;

    /// <summary>How the label is compared.</summary>
    public NodeAffinityOperator Operator { get; } = @operator;

    /// <summary>The values that it is compared with.</summary>
    public string[] Values { get; } = values;

    /// <summary>
    /// Whether replicas run on no other node; default <see langword="true"/>, unless there is a <see cref="Weight"/>,
    /// which only a preference has.
    /// </summary>
    public bool Required { get; set; } = true;

    /// <summary>How much a preference counts beside others, 1 to 100; default 100.</summary>
    public int Weight { get; set; } = WellKnown.KubernetesLimits.PreferenceWeight;
}
