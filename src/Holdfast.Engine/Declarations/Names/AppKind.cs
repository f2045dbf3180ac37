namespace Holdfast.Engine.Declarations.Names;

/// <summary>An attribute that makes a type an application.</summary>
/// <param name="Attribute">The name of its class.</param>
/// <param name="Kind">The kind of the workload.</param>
internal sealed record AppKind(string Attribute, WorkloadKind Kind);
