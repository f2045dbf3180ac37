namespace Holdfast;

/// <summary>
/// A label that selects the application's replicas, in place of <c>app.kubernetes.io/name</c>: for a set that runs already, since a
/// selector can never be changed. Kubernetes: <c>spec.selector.matchLabels</c>, and the selectors of Services and of everything else that
/// is made with the application. Replicas have the label; the two labels that every object would have otherwise are left out.
/// </summary>
/// <param name="key">The key: a name of at most 63 characters, with or without a DNS name and a slash before it.</param>
/// <param name="value">The value: empty, or at most 63 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</param>
/// <example>
/// <code title="attributes">
/// [Selector("app", "orders")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class SelectorAttribute(string key, string value) : RepeatableDeclarationAttribute
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;

    /// <summary>The value.</summary>
    public string Value { get; } = value;
}
