namespace Holdfast;

/// <summary>
/// Adds further Kubernetes objects to those of the application, as YAML or, with <see cref="File"/>, from a file of the project.
/// They are checked while you type, are in the application's manifest in the order of application, and <c>[Patch]</c> can change them.
/// <code title="attributes">
/// [Manifest("""
///     apiVersion: v1
///     kind: LimitRange
///     metadata:
///       name: orders
///     spec:
///       limits:
///         - type: Container
///           defaultRequest: { cpu: 100m }
///     """)]
/// </code>
/// </summary>
/// <param name="yaml">One object, or several with <c>---</c> between them.</param>
/// <remarks>
/// An object without a namespace gets the application's, unless its kind belongs to the cluster, and one without labels gets the
/// labels of the application's other objects. An object of a kind that Holdfast does not know is written as it is.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ManifestAttribute(string? yaml = null) : RepeatableDeclarationAttribute
{
    /// <summary>The objects, in YAML.</summary>
    public string? Yaml { get; } = yaml;

    /// <summary>
    /// The file of the project with the objects, relative to the project's folder: <c>k8s/limits.yaml</c>. It is an
    /// <c>EmbeddedResource</c> or a <c>HoldfastConfigFile</c> of the project file, and text in UTF-8.
    /// </summary>
    public string? File { get; set; }
}
