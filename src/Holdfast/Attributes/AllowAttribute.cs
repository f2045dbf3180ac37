namespace Holdfast;

/// <summary>
/// What replicas may do at the API server: a Role and a RoleBinding for the ServiceAccount of the pods. Where no
/// <see cref="ServiceAccountAttribute"/> names an account, one with the application's name is made, and containers get its token.
/// </summary>
/// <remarks>
/// The Role grants rights in the application's own namespace. What belongs to no namespace, such as Nodes, needs a ClusterRole, which is not
/// made here. For conventions and environments the resources tell one from another: <c>[Allow("get", "pods", Environment = "dev")]</c>
/// replaces the verbs for <c>pods</c>.
/// </remarks>
/// <example>
/// <code title="attributes">
/// [Allow("get list watch", "pods")]
/// [Allow("get", "silos", Group = "orleans.dot.net")]
/// [Allow(ClientRights.AkkaManagement)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class AllowAttribute : RepeatableDeclarationAttribute
{
    /// <summary>Grants verbs on resources.</summary>
    /// <param name="verbs">The verbs with spaces between them: <c>get list watch</c>.</param>
    /// <param name="resources">The resources in the plural, in small letters, with spaces between them: <c>pods</c>, <c>pods/log</c>.</param>
    public AllowAttribute(string verbs, string resources)
    {
        Verbs = verbs;
        Resources = resources;
    }

    /// <summary>Grants what a library documents that it needs.</summary>
    /// <param name="rights">The library.</param>
    public AllowAttribute(ClientRights rights)
    {
        Rights = rights;
    }

    /// <summary>The verbs: <c>get</c>, <c>list</c>, <c>watch</c>, <c>create</c>, <c>update</c>, <c>patch</c>, <c>delete</c>, <c>deletecollection</c>.</summary>
    public string? Verbs { get; }

    /// <summary>The resources.</summary>
    public string? Resources { get; }

    /// <summary>The library that needs the rights; left out, <see cref="Verbs"/> and <see cref="Resources"/> say them.</summary>
    public ClientRights Rights { get; }

    /// <summary>
    /// The API group of the resources; left out, the one that Kubernetes' own resources are in: <c>apps</c> for <c>statefulsets</c>, the
    /// core group for <c>pods</c>. Resources of a CustomResourceDefinition need it.
    /// </summary>
    public string? Group { get; set; }

    /// <summary>
    /// The names of the objects; left out, all of the namespace. Kubernetes: <c>resourceNames</c>. Requests to create an object have no name to
    /// compare, so <c>create</c> is never granted for names.
    /// </summary>
    public string[]? Names { get; set; }
}
