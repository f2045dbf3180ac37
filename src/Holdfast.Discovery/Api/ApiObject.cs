namespace Holdfast.Discovery;

/// <summary>An object of a namespace, as the API server's paths name it.</summary>
/// <param name="Api">The group and its version: <c>apps/v1</c>.</param>
/// <param name="Namespace">The namespace; null where it is not known.</param>
/// <param name="Resource">The resource: <c>statefulsets</c>.</param>
/// <param name="Name">The object's name.</param>
internal readonly record struct ApiObject(string Api, string? Namespace, string Resource, string Name)
{
    public string Path => $"/apis/{Api}/namespaces/{Namespace}/{Resource}/{Name}";
}
