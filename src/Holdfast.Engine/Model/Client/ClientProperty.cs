namespace Holdfast.Engine.Model.Client;

/// <summary>A property of one of KubernetesClient's models.</summary>
/// <param name="Field">The field of Kubernetes that it stands for: <c>readOnly</c>.</param>
/// <param name="Name">Its name in code: <c>ReadOnlyProperty</c>.</param>
/// <param name="Type">Its type.</param>
internal sealed record ClientProperty(string Field, string Name, ClientType Type);
