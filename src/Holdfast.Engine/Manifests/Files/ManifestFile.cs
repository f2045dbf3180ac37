using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;

namespace Holdfast.Engine.Manifests.Files;

/// <summary>A file of hand-written manifests as it was read; belongs to its text, not to a compilation.</summary>
/// <param name="Path">The file's path with <c>/</c> between its parts.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Objects">The Kubernetes objects in it, those of lists one by one.</param>
/// <param name="Problems">What cannot be read.</param>
/// <param name="Suppressions">What its comments suppress.</param>
internal sealed record ManifestFile(
    string Path,
    ManifestFileKind Kind,
    ImmutableArray<MappingNode> Objects,
    ImmutableArray<YamlProblem> Problems,
    ManifestSuppressions Suppressions)
{
    /// <summary>For each object of a template, whether it is in a part that may not be there.</summary>
    public ImmutableArray<bool> Optional { get; init; } = [];

    /// <summary>Its documents that are lists: operations of a patch, replacements of a kustomization.</summary>
    public ImmutableArray<SequenceNode> Lists { get; init; } = [];

    /// <summary>The folder it is in, without a slash at the end.</summary>
    public string Directory => ManifestPaths.DirectoryOf(Path);
}
