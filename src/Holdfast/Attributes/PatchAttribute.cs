namespace Holdfast;

/// <summary>
/// Adds what the other attributes cannot express: a part of a Kubernetes object, in YAML, which is merged into the
/// generated object. It is checked while you type, as the attributes are.
/// <code title="attributes">
/// [Patch("""
///     spec:
///       template:
///         spec:
///           terminationGracePeriodSeconds: 120
///           priorityClassName: high
///     """)]
/// </code>
/// </summary>
/// <param name="yaml">
/// One part of an object, or several with <c>---</c> between them. <c>kind</c> says which object it belongs to, and
/// <c>metadata.name</c> which of several of that kind; without <c>kind</c> it is the StatefulSet. The merge is Kubernetes'
/// own (strategic merge): mappings are merged, <c>null</c> removes a field, items of containers, volumes, environment
/// variables, ports and claim templates are merged by what names them, new items are added, and other lists are replaced.
/// <c>$patch: delete</c> in an item removes it; <c>$patch: replace</c> in a mapping replaces it. Patches are merged in the
/// order in which they are written.
/// </param>
/// <remarks>
/// What code knows stays with the attributes: the number of replicas, their first ordinal, the names of Services, claims and
/// ports. A patch changes the manifest alone, so a patch that contradicts code is reported.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PatchAttribute(string yaml) : RepeatableDeclarationAttribute
{
    /// <summary>The parts of objects, in YAML.</summary>
    public string Yaml { get; } = yaml;
}
