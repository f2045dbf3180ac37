using System.Collections.Immutable;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Tool.Files;

namespace Holdfast.Tool.Planning;

/// <summary>One of the two releases that a plan compares.</summary>
/// <param name="Name">The release as the user named it.</param>
/// <param name="Units">What is applied together, each with its path below what was named.</param>
internal sealed record PlanSide(string Name, ImmutableArray<(string Folder, ImmutableArray<MappingNode> Objects)> Units)
{
    /// <summary>Whether more objects are applied than are known.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Folders whose objects are not known, since something changes them that is not understood.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];

    /// <summary>The files as they were read, for what their comments suppress.</summary>
    public ImmutableArray<ManifestFile> Files { get; init; } = [];

    /// <summary>The arguments that make kubectl apply it: <c>-k</c> or <c>-f</c> and a path; null where it has no path.</summary>
    public (string Option, string Path)? Manifests { get; init; }

    public ImmutableArray<MappingNode> Objects => [.. Units.SelectMany(static unit => unit.Objects)];

    /// <summary>What files hold.</summary>
    /// <param name="name">As the user named it.</param>
    /// <param name="files">The files, those that kustomizations name elsewhere included.</param>
    /// <param name="root">The folder that was named; null where all files are meant.</param>
    /// <param name="path">The path for kubectl; null where there is none.</param>
    public static PlanSide Of(string name, InputFile[] files, string? root, string? path)
    {
        ManifestFile[] read = [.. files.Where(static file => file.ShippedPath is null).Select(static file => ManifestFileReader.Read(file.Path, file.Text))];
        string? top = root is null ? null : ManifestPaths.Normalize(root).TrimEnd('/');
        ManifestUnit[] units =
        [
            .. ProjectManifests.Of(read).Units.Where(unit => top is null || unit.Directory == top || unit.Directory.StartsWith(top + "/", StringComparison.Ordinal)),
        ];
        bool isKustomization = read.Any(file => file.Kind == ManifestFileKind.Kustomization && file.Directory == top);
        return new PlanSide(name, [.. units.Where(static unit => !unit.IsUnknown).Select(unit => (Below(unit.Directory, top), unit.Complete))])
        {
            IsOpen = units.Any(static unit => unit.IsOpen || unit.IsUnknown || unit.IsChart),
            Unknown = [.. units.Where(static unit => unit.IsUnknown).Select(unit => Below(unit.Directory, top) is { Length: > 0 } below ? below : ".")],
            Files = [.. read],
            Manifests = path is null ? null : (isKustomization ? "-k" : "-f", path),
        };
    }

    private static string Below(string directory, string? top) => top is null || directory == top ? string.Empty : directory[(top.Length + 1)..];
}
