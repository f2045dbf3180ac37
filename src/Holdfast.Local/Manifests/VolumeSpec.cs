using System.Collections.Immutable;

namespace Holdfast.Local.Manifests;

/// <summary>A volume of a pod that is not made by a claim template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>emptyDir</c>, <c>configMap</c>, <c>projected</c> and so on.</param>
internal sealed record VolumeSpec(string Name, string Kind)
{
    /// <summary>The path of a host folder, or the name of an existing claim.</summary>
    public string Object { get; init; } = "";

    /// <summary>What its files are made of.</summary>
    public ImmutableArray<FilesSpec> Files { get; init; } = [];
}
