using Holdfast.Engine.Model.Fields;

namespace Holdfast.Engine.Model.Client;

/// <summary>The C# type of a field in KubernetesClient's models.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Name">The type as code names it: <c>global::k8s.Models.V1Container</c>, <c>int?</c>.</param>
/// <param name="Item">The type of the items of a list or a map.</param>
internal sealed record ClientType(FieldKind Kind, string Name, ClientType? Item);
