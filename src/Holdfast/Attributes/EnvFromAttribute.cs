namespace Holdfast;

/// <summary>All entries of a ConfigMap or of a Secret as environment variables of the container; exactly one of the two.</summary>
/// <example>
/// <code title="attributes">
/// [EnvFrom(ConfigMap = "orders-settings", Prefix = "ORDERS_")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class EnvFromAttribute : RepeatableDeclarationAttribute
{
    /// <summary>The ConfigMap's name.</summary>
    public string? ConfigMap { get; set; }

    /// <summary>The Secret's name.</summary>
    public string? Secret { get; set; }

    /// <summary>What is put before each key to make the variable's name.</summary>
    public string? Prefix { get; set; }

    /// <summary>Whether the container starts without it; default: it waits for it.</summary>
    public bool Optional { get; set; }
}
