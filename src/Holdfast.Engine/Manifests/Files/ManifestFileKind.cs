namespace Holdfast.Engine.Manifests.Files;

/// <summary>What a file among a project's manifests is.</summary>
internal enum ManifestFileKind
{
    /// <summary>Kubernetes objects, or YAML that is none and is left alone.</summary>
    Objects,

    /// <summary>What kustomize makes objects of others with.</summary>
    Kustomization,

    /// <summary>A template of Helm's, of which parts are known.</summary>
    Template,
}
