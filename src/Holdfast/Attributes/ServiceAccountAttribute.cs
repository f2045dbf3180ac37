namespace Holdfast;

/// <summary>
/// The ServiceAccount under which replicas call the API server; without this attribute it is the namespace's <c>default</c>.
/// </summary>
/// <param name="name">
/// The account's name, a DNS subdomain. Left out, it is the application's name where the account is made here, and else
/// the namespace's <c>default</c>. Without such an account no pod is created.
/// </param>
/// <example>
/// <code title="attributes">
/// [ServiceAccount(Create = true, MountToken = true)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ServiceAccountAttribute(string? name = null) : DeclarationAttribute
{
    /// <summary>The account's name.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// Whether the account is made with the application; default <see langword="false"/>, it exists already.
    /// <see cref="AllowAttribute"/> or a RoleBinding elsewhere grants its rights.
    /// </summary>
    public bool Create { get; set; }

    /// <summary>
    /// Whether containers get the account's token, which they need to call the API server. Kubernetes:
    /// <c>automountServiceAccountToken</c> of the pods; left out, as the account says, which is <see langword="true"/>
    /// unless it says otherwise.
    /// </summary>
    public bool MountToken { get; set; } = true;

    /// <summary>
    /// The Secrets for private registries that every pod with this account gets, by their names. Only with <see cref="Create"/>.
    /// </summary>
    public string[]? ImagePullSecrets { get; set; }
}
