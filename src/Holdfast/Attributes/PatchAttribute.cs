namespace Holdfast;

/// <summary>
/// Says what the other attributes cannot: a part of a Kubernetes object, in YAML, which is merged into the object that the
/// attributes make. It is checked while one types, fields and types and all that is checked of the attributes.
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
/// What code knows stays with the attributes: the number of members, their first ordinal, the names of Services, claims and
/// ports. A patch changes the manifest alone, so one that contradicts code is warned of.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PatchAttribute(string yaml) : RepeatableDeclarationAttribute
{
    /// <summary>The parts of objects, in YAML.</summary>
    public string Yaml { get; } = yaml;
}
