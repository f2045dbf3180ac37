using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Files;

/// <summary>What is applied together: the files of a folder, or what kustomize makes of a directory.</summary>
/// <param name="Directory">The folder it is in.</param>
/// <param name="Objects">Its objects.</param>
/// <param name="IsOpen">Whether more objects belong to it than are known.</param>
/// <param name="IsUnknown">Whether something changes its objects that is not understood; they are not judged then.</param>
/// <param name="HasPatches">Whether patches of objects may be among them.</param>
internal sealed record ManifestUnit(string Directory, ImmutableArray<MappingNode> Objects, bool IsOpen, bool IsUnknown, bool HasPatches = true)
{
    private ObjectIndex? _index;

    /// <summary>Those that rules can judge. Each unit looks at those of all others, so they are picked out once.</summary>
    public ImmutableArray<MappingNode> Complete { get; } = [.. Objects.Where(node => ManifestObjects.IsComplete(node, HasPatches))];

    /// <summary>The same by their kinds.</summary>
    public ObjectIndex Index => _index ??= new ObjectIndex(Complete);

    /// <summary>Whether any of its objects has parts that are not known.</summary>
    public bool HasOpenParts { get; } = Objects.Any(OpenParts.AreIn);

    /// <summary>Whether it is a chart, whose objects others do not miss where they are not known.</summary>
    public bool IsChart { get; init; }

    /// <summary>Objects of other files of the folder that are some of these, said in another way.</summary>
    public ImmutableArray<MappingNode> Alternatives { get; init; } = [];

    /// <summary>The steps of the way to the folder.</summary>
    public ImmutableArray<string> Steps { get; } = [.. Directory.Split('/')];
}
