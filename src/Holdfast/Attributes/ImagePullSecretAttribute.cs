namespace Holdfast;

/// <summary>
/// A Secret of the namespace with the password of a registry that images come from. Kubernetes: <c>imagePullSecrets</c>.
/// </summary>
/// <param name="name">The Secret's name.</param>
/// <example>
/// <code title="attributes">
/// [ImagePullSecret("registry-credentials")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ImagePullSecretAttribute(string name) : RepeatableDeclarationAttribute
{
    /// <summary>The Secret's name.</summary>
    public string Name { get; } = name;
}
