namespace Holdfast;

/// <summary>A label of the application's objects.</summary>
/// <param name="key">The key: a name of at most 63 characters, with or without a DNS name and a slash before it.</param>
/// <param name="value">The value: empty, or at most 63 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</param>
/// <example>
/// <code title="attributes">
/// [Label("app.kubernetes.io/part-of", "shop")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class LabelAttribute(string key, string value) : RepeatableDeclarationAttribute
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;

    /// <summary>The value.</summary>
    public string Value { get; } = value;

    /// <summary>Which objects have it; default: all but claims, whose labels can never be changed. Selectors never use it.</summary>
    public ManifestTargets On { get; set; } = ManifestTargets.Default;
}
