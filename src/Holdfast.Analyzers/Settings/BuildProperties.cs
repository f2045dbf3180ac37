using Holdfast.Engine.Judging;

namespace Holdfast.Analyzers.Settings;

/// <summary>The MSBuild properties that the compiler hands on, as <c>nuget/Holdfast/buildTransitive</c> lists them.</summary>
internal static class BuildProperties
{
    /// <summary>What the compiler puts before each property's name.</summary>
    public const string Prefix = "build_property.";

    public const string Environment = "HoldfastEnvironment";

    public const string Image = "HoldfastImage";

    public const string ImageRegistry = "HoldfastImageRegistry";

    public const string ImageTag = "HoldfastImageTag";

    public const string Replicas = "HoldfastReplicas";

    public const string StorageClass = "HoldfastStorageClass";

    public const string Namespace = "HoldfastNamespace";

    /// <summary>The versions of Kubernetes that the project is for.</summary>
    public const string KubernetesVersion = "HoldfastKubernetesVersion";

    /// <summary>The same in <c>.editorconfig</c>, where a section says it for its files, and in a global configuration file.</summary>
    public const string KubernetesVersionKey = ManifestOptions.KubernetesVersionKey;

    public const string AssemblyName = "AssemblyName";

    public const string ContainerRegistry = "ContainerRegistry";

    public const string ContainerRepository = "ContainerRepository";

    /// <summary>The old name of <see cref="ContainerRepository"/>, which the SDK lets win.</summary>
    public const string ContainerImageName = "ContainerImageName";

    /// <summary>The image that the published one is made on; .NET's own where it is not set.</summary>
    public const string ContainerBaseImage = "ContainerBaseImage";

    /// <summary>The user that the published image runs as; <c>app</c> where it is not set.</summary>
    public const string ContainerUser = "ContainerUser";

    public const string ContainerImageTag = "ContainerImageTag";

    /// <summary>The first of <c>ContainerImageTags</c>; the compiler would cut the list at its first semicolon.</summary>
    public const string FirstContainerImageTag = "_HoldfastFirstContainerImageTag";

    /// <summary>What Visual Studio's publishing sets in place of <see cref="ContainerRegistry"/>.</summary>
    public const string RegistryUrl = "RegistryUrl";

    /// <summary>What Visual Studio's publishing sets in place of <see cref="ContainerImageTag"/>.</summary>
    public const string PublishImageTag = "PublishImageTag";
}
