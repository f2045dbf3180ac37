using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Client;

/// <summary>
/// The models of the KubernetesClient that a project references: what can be said in typed objects there, whichever version it
/// is. Plain data, so the generator's pipeline can compare it.
/// </summary>
internal sealed class ClientModels : IEquatable<ClientModels>
{
    public const string Namespace = "k8s.Models";

    private readonly Dictionary<string, Dictionary<string, ClientProperty>> _classes;

    /// <param name="version">The library's version, for messages.</param>
    /// <param name="classes">The models, each once.</param>
    public ClientModels(string version, EquatableArray<ClientClass> classes)
    {
        Version = version;
        Classes = classes;
        _classes = classes.ToDictionary(
            static item => item.Name,
            static item => item.Properties.ToDictionary(static property => property.Field, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    public string Version { get; }

    public EquatableArray<ClientClass> Classes { get; }

    /// <summary>The class of an object, <c>V1StatefulSet</c>; what the models are called since they have the version in their name.</summary>
    public static string ClassOf(string apiVersion, string kind)
    {
        string version = apiVersion.Substring(apiVersion.LastIndexOf('/') + 1);
        return version.Length == 0 ? kind : char.ToUpperInvariant(version[0]) + version.Substring(1) + kind;
    }

    /// <summary>The class of an object as code names it; null where there is none such.</summary>
    public string? Find(string apiVersion, string kind)
    {
        string name = $"global::{Namespace}.{ClassOf(apiVersion, kind)}";
        return _classes.ContainsKey(name) ? name : null;
    }

    /// <summary>The property of a class that stands for a field; null where it has none such.</summary>
    public ClientProperty? PropertyOf(string className, string field) =>
        _classes.TryGetValue(className, out Dictionary<string, ClientProperty>? properties) && properties.TryGetValue(field, out ClientProperty? property)
            ? property
            : null;

    public bool Equals(ClientModels? other) => other is not null && Version == other.Version && Classes.Equals(other.Classes);

    public override bool Equals(object? obj) => Equals(obj as ClientModels);

    public override int GetHashCode() => unchecked((Version.GetHashCode() * 31) + Classes.Count);
}
