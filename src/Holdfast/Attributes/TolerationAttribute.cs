namespace Holdfast;

/// <summary>
/// Lets replicas run on nodes with a taint. Kubernetes: <c>tolerations</c>. Without any argument it is every taint.
/// </summary>
/// <example>
/// <code title="attributes">
/// [Toleration(Key = "dedicated", Value = "orders", Effect = TaintEffect.NoSchedule)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class TolerationAttribute : RepeatableDeclarationAttribute
{
    /// <summary>The taint's key; left out, every taint.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// How the taint's value is compared; left out, <see cref="TolerationOperator.Equal"/> where there is a
    /// <see cref="Value"/> and <see cref="TolerationOperator.Exists"/> where there is none.
    /// </summary>
    public TolerationOperator Operator { get; set; }

    /// <summary>The taint's value; only with <see cref="TolerationOperator.Equal"/>.</summary>
    public string? Value { get; set; }

    /// <summary>
    /// The taint's effect; left out, every effect, or <see cref="TaintEffect.NoExecute"/> where there are
    /// <see cref="TolerationSeconds"/>.
    /// </summary>
    public TaintEffect Effect { get; set; }

    /// <summary>
    /// Seconds for which a replica stays on a node that gets the taint; only with <see cref="TaintEffect.NoExecute"/>, the
    /// one effect that evicts. Left out, forever; 0 or less, not at all. Kubernetes gives every pod 300 for the taints
    /// <c>node.kubernetes.io/not-ready</c> and <c>node.kubernetes.io/unreachable</c>.
    /// </summary>
    public long TolerationSeconds { get; set; }
}
