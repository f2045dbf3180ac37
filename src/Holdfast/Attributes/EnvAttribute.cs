namespace Holdfast;

/// <summary>
/// An environment variable of the container: a literal, a field of the pod, a resource of the container, or an entry of a
/// ConfigMap or Secret; exactly one of these. A literal may name variables that are set before it as <c>$(NAME)</c>;
/// <c>POD_NAME</c>, <c>POD_NAMESPACE</c> and <c>POD_ORDINAL</c> always are.
/// </summary>
/// <param name="name">The variable's name: printable ASCII without <c>=</c>.</param>
/// <example>
/// <code title="attributes">
/// [Env("LOG_LEVEL", "info")]
/// [Env("NODE_NAME", FieldPath = "spec.nodeName")]
/// [Env("DATABASE_PASSWORD", Secret = "orders-database", Key = "password")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class EnvAttribute(string name) : RepeatableDeclarationAttribute
{
    /// <summary>Sets a variable to a literal.</summary>
    /// <param name="name">The variable's name: printable ASCII without <c>=</c>.</param>
    /// <param name="value">Its value.</param>
    public EnvAttribute(string name, string value)
        : this(name) => Value = value;

    /// <summary>The variable's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its literal value.</summary>
    public string? Value { get; }

    /// <summary>
    /// Kubernetes: <c>valueFrom.fieldRef.fieldPath</c>, in place of a literal: <c>metadata.name</c>,
    /// <c>metadata.namespace</c>, <c>metadata.labels['key']</c>, <c>metadata.annotations['key']</c>, <c>status.podIP</c>,
    /// <c>spec.nodeName</c> and so on.
    /// </summary>
    public string? FieldPath { get; set; }

    /// <summary>
    /// Kubernetes: <c>valueFrom.resourceFieldRef.resource</c>: <c>limits.</c> or <c>requests.</c> and <c>cpu</c>,
    /// <c>memory</c> or <c>ephemeral-storage</c>.
    /// </summary>
    public string? Resource { get; set; }

    /// <summary>
    /// The unit that <see cref="Resource"/> is given in, a quantity: <c>1</c> or <c>1m</c> for cpu, <c>1</c>, <c>1Mi</c> and
    /// so on for the others; default 1.
    /// </summary>
    public string? Divisor { get; set; }

    /// <summary>The name of the ConfigMap that has the entry <see cref="Key"/>.</summary>
    public string? ConfigMap { get; set; }

    /// <summary>The name of the Secret that has the entry <see cref="Key"/>.</summary>
    public string? Secret { get; set; }

    /// <summary>The entry's key: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// Whether the container starts without the entry, and then without the variable; default: it waits for it.
    /// </summary>
    public bool Optional { get; set; }

    /// <summary>
    /// How many braces are around a placeholder in the literal; default 0, which is none: braces are text. With 1, <c>{Http}</c> is
    /// the number of a port and a doubled brace stands for itself; with 2, <c>{{Http}}</c> is, and single braces are text.
    /// <c>{ordinal}</c>, <c>{name}</c> and <c>{host}</c> are those of the replica itself.
    /// </summary>
    public int Braces { get; set; }

    /// <summary>Other applications that placeholders may name: <c>{Orders.Api:Http}</c> with <c>typeof(Orders)</c> here.</summary>
    public Type[]? Applications { get; set; }

    /// <summary>The container whose <see cref="Resource"/> it is; default: this one.</summary>
    public string? ContainerName { get; set; }

    /// <summary>
    /// The member that declares the volume with a file of variables, <c>nameof(Scratch)</c>: an <see cref="EmptyDirAttribute"/> that
    /// an init container writes to. Kubernetes: <c>valueFrom.fileKeyRef</c>, since 1.35.
    /// </summary>
    public string? FileVolume { get; set; }

    /// <summary>
    /// The path of that file in the volume, relative; <see cref="Key"/> is the variable in it, by default <see cref="Name"/>.
    /// </summary>
    public string? FilePath { get; set; }
}
