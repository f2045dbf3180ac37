using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Model.Images;

/// <summary>What is known of an image in the versions of a row: the words of <c>KnownImages.txt</c>, which explains them.</summary>
/// <param name="Name">The first of its names.</param>
/// <param name="Versions">The versions that the row is for.</param>
/// <param name="Source">Where it is written.</param>
internal sealed record KnownImage(string Name, ImageVersions Versions, string Source)
{
    /// <summary>The paths that the image declares as volumes.</summary>
    public ImmutableArray<string> Volumes { get; init; } = [];

    /// <summary>Where it keeps its data; null where that is not known.</summary>
    public string? DataPath { get; init; }

    /// <summary>The variable that moves the data; null where none is known.</summary>
    public string? DataVariable { get; init; }

    /// <summary>Where older versions have their data, and where this one does not start with a volume.</summary>
    public string? OldDataPath { get; init; }

    /// <summary>The program that initializes empty directories only; null where it does not matter.</summary>
    public string? NeedsEmpty { get; init; }

    /// <summary>The user that the image names; <c>0</c> where it names none, and null where that is not known.</summary>
    public string? User { get; init; }

    /// <summary>The group of that user; null where it is root or not known.</summary>
    public long? Group { get; init; }

    /// <summary>Whether .NET runs in it.</summary>
    public bool IsDotNet { get; init; }

    /// <summary>Whether .NET does not start without a directory for temporary files.</summary>
    public bool NeedsTemporaryFiles { get; init; }

    /// <summary>The port that ASP.NET Core listens on where nothing else is configured.</summary>
    public long? HttpPort { get; init; }

    /// <summary>What settings begin with that Services of a name would make, too; null where that does not matter.</summary>
    public string? SettingsPrefix { get; init; }

    /// <summary>Whether the image runs as a user that is known not to be root.</summary>
    public bool IsNonRoot => User is not (null or "0");

    /// <summary>Whether the kubelet starts it where root is forbidden and nothing else sets the user; null where that is not known.</summary>
    public bool? PassesNonRoot => User is null ? null : User != "0" && User.All(static c => c is >= '0' and <= '9');

    /// <summary>What is known of the image of a container; null where nothing is.</summary>
    public static KnownImage? Of(MappingNode container) =>
        container["image"].TryGetString(out string? image) && KnownImages.MayKnow(image) && ImageReference.TryParse(image, out ImageReference? reference)
            ? KnownImages.Find(reference)
            : null;
}
