namespace Holdfast;

/// <summary>An annotation of the application's objects.</summary>
/// <param name="key">The key: a name of at most 63 characters, with or without a DNS name and a slash before it.</param>
/// <param name="value">The value, any text.</param>
/// <example>
/// <code title="attributes">
/// [Annotation("example.com/owner", "orders-team")]
/// [Annotation("prometheus.io/scrape", "true", On = ManifestTargets.Pods)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class AnnotationAttribute(string key, string value) : RepeatableDeclarationAttribute
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;

    /// <summary>The value.</summary>
    public string Value { get; } = value;

    /// <summary>Which objects have it; default: all but claims, whose annotations can never be changed.</summary>
    public ManifestTargets On { get; set; } = ManifestTargets.Default;
}
