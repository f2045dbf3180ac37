namespace Holdfast;

/// <summary>
/// A label that a node must have for replicas to run there. Kubernetes: <c>nodeSelector</c>. All that are declared must
/// hold; of two with one key the last counts.
/// </summary>
/// <param name="key">The label's key: <c>kubernetes.io/arch</c>.</param>
/// <param name="value">The label's value: <c>amd64</c>.</param>
/// <example>
/// <code title="attributes">
/// [NodeSelector("kubernetes.io/arch", "amd64")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class NodeSelectorAttribute(string key, string value) : RepeatableDeclarationAttribute
{
    /// <summary>The label's key.</summary>
    public string Key { get; } = key;

    /// <summary>The label's value.</summary>
    public string Value { get; } = value;
}
