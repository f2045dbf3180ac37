using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Client;

/// <summary>One of KubernetesClient's models.</summary>
/// <param name="Name">The class as code names it: <c>global::k8s.Models.V1Container</c>.</param>
/// <param name="Properties">The properties that stand for fields, in the order of the fields' names.</param>
internal sealed record ClientClass(string Name, EquatableArray<ClientProperty> Properties);
