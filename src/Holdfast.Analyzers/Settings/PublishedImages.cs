using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Holdfast.Engine.Declarations;
using Holdfast.WellKnown;

namespace Holdfast.Analyzers.Settings;

/// <summary>
/// The name of the image that <c>dotnet publish -t:PublishContainer</c> makes, by the rules of the SDK's target
/// <c>ComputeContainerConfig</c>.
/// </summary>
internal static class PublishedImages
{
    /// <summary>The repositories of .NET's images.</summary>
    private const string DotNetImages = "mcr.microsoft.com/dotnet/";

    private const string AppUser = "app";

    private static readonly Regex ValidRepository = new(
        @"^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$",
        RegexOptions.CultureInvariant);

    /// <summary>Null where the project sets none of the properties that name the image, or the SDK refuses them.</summary>
    /// <param name="property">The value of a property, null where it is not set.</param>
    public static string? NameOf(Func<string, string?> property)
    {
        string? repository = property(BuildProperties.ContainerImageName) ?? property(BuildProperties.ContainerRepository);
        string? tag = property(BuildProperties.PublishImageTag)
            ?? property(BuildProperties.ContainerImageTag)
            ?? property(BuildProperties.FirstContainerImageTag);
        if (repository is null && tag is null)
        {
            return null;
        }

        if ((repository ?? property(BuildProperties.AssemblyName)) is not { } name || Normalize(name) is not { } normal)
        {
            return null;
        }

        string image = normal + ":" + (tag ?? "latest");
        return (property(BuildProperties.RegistryUrl) ?? property(BuildProperties.ContainerRegistry)) is { } registry
            ? registry.TrimEnd('/') + "/" + image
            : image;
    }

    /// <summary>
    /// As whom it runs and where it listens: as .NET's images do, whose user the SDK takes over, unless the project says otherwise. A project that
    /// references Holdfast is for .NET 8 or later. Null where the project publishes no image.
    /// </summary>
    /// <param name="property">The value of a property, null where it is not set.</param>
    public static PublishedImageDeclaration? FactsOf(Func<string, string?> property)
    {
        if (NameOf(property) is null)
        {
            return null;
        }

        bool isDotNet = property(BuildProperties.ContainerBaseImage) is not { } image || image.StartsWith(DotNetImages, StringComparison.Ordinal);
        long? user = property(BuildProperties.ContainerUser) switch
        {
            null or AppUser when isDotNet => ManifestDefaults.DotNetUserId,

            // Root is not what a pod may run as, and of another name the number is not known.
            { } text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0 => id,
            _ => null,
        };
        return new PublishedImageDeclaration(user, isDotNet ? ManifestDefaults.DotNetHttpPort : null);
    }

    /// <summary>As the SDK does it: a name that is legal stays, and in any other all but a few characters become dashes.</summary>
    private static string? Normalize(string repository)
    {
        if (ValidRepository.IsMatch(repository))
        {
            return repository;
        }

        var normal = new StringBuilder(repository.Length);
        foreach (char c in repository.ToLowerInvariant())
        {
            normal.Append(c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '/' ? c : '-');
        }

        return normal[0] is (>= 'a' and <= 'z') or (>= '0' and <= '9') && char.IsLetterOrDigit(repository[0]) ? normal.ToString() : null;
    }
}
