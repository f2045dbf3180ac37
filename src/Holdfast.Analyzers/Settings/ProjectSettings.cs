using Holdfast.Engine.Declarations;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Settings;

/// <summary>
/// What the project's MSBuild properties say about its applications, as text; null is not set. Comparable, so the generator
/// runs again for a change of these and of no other option.
/// </summary>
internal sealed record ProjectSettings
{
    public static ProjectSettings None { get; } = new();

    /// <summary>The environment whose attributes count.</summary>
    public string? Environment { get; init; }

    public string? Image { get; init; }

    public string? ImageRegistry { get; init; }

    public string? ImageTag { get; init; }

    public string? Replicas { get; init; }

    public string? StorageClass { get; init; }

    public string? Namespace { get; init; }

    /// <summary>The versions of Kubernetes that the project is for.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>The image that <c>PublishContainer</c> makes, where the project says how it is to be called.</summary>
    public string? PublishedImage { get; init; }

    /// <summary>What is known of that image.</summary>
    public PublishedImageDeclaration? Published { get; init; }

    public static ProjectSettings Read(AnalyzerConfigOptions options) => new()
    {
        Environment = Value(options, BuildProperties.Environment),
        Image = Value(options, BuildProperties.Image),
        ImageRegistry = Value(options, BuildProperties.ImageRegistry),
        ImageTag = Value(options, BuildProperties.ImageTag),
        Replicas = Value(options, BuildProperties.Replicas),
        StorageClass = Value(options, BuildProperties.StorageClass),
        Namespace = Value(options, BuildProperties.Namespace),
        KubernetesVersion = Value(options, BuildProperties.KubernetesVersion) ?? KubernetesVersionIn(options),
        PublishedImage = PublishedImages.NameOf(property => Value(options, property)),
        Published = PublishedImages.FactsOf(property => Value(options, property)),
    };

    /// <summary>The settings that can be given for each application, by the property's name.</summary>
    public List<GivenSetting> PerApplication()
    {
        var given = new List<GivenSetting>();
        Add(BuildProperties.Image, Image);
        Add(BuildProperties.ImageRegistry, ImageRegistry);
        Add(BuildProperties.ImageTag, ImageTag);
        Add(BuildProperties.Replicas, Replicas);
        Add(BuildProperties.StorageClass, StorageClass);
        Add(BuildProperties.Namespace, Namespace);
        return given;

        void Add(string property, string? text)
        {
            if (text is not null)
            {
                given.Add(new GivenSetting(property, text));
            }
        }
    }

    /// <summary>What <c>.editorconfig</c> or a global configuration file says about the versions of Kubernetes.</summary>
    public static string? KubernetesVersionIn(AnalyzerConfigOptions options) =>
        options.TryGetValue(BuildProperties.KubernetesVersionKey, out string? text) && text.Trim() is { Length: > 0 } value ? value : null;

    private static string? Value(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue(BuildProperties.Prefix + property, out string? text) && text.Trim() is { Length: > 0 } value ? value : null;
}
