namespace Holdfast;

/// <summary>
/// An environment variable of the container: a literal, or a field of the pod. A value may name variables that are set
/// before it as <c>$(NAME)</c>; <c>POD_NAME</c>, <c>POD_NAMESPACE</c> and <c>POD_ORDINAL</c> always are.
/// </summary>
/// <param name="name">The variable's name: printable ASCII without <c>=</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class EnvAttribute(string name) : Attribute
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
    /// <c>spec.nodeName</c> and the like.
    /// </summary>
    public string? FieldPath { get; set; }
}
