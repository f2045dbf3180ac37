using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests;

/// <summary>
/// The manifests that a project keeps as they were last released. What it declares lies in the folder itself, or below it in
/// one for each environment; copies of hand-written manifests lie below <c>by-hand</c>, in the folders that they have in the
/// project.
/// </summary>
internal sealed class ShippedManifests
{
    /// <summary>The folder of hand-written manifests. <c>Holdfast.targets</c> copies them there.</summary>
    private const string ByHand = "by-hand";

    private readonly ImmutableArray<ShippedFolder> _folders;

    private readonly ConcurrentDictionary<string, ShippedObjects> _byEnvironment = new(EnvironmentNames.Comparer);

    private ShippedManifests(ImmutableArray<ManifestFile> files, ImmutableArray<ShippedFolder> folders)
    {
        Files = files;
        _folders = folders;
    }

    public static ShippedManifests None { get; } = new([], []);

    /// <summary>All of them, as they were read.</summary>
    public ImmutableArray<ManifestFile> Files { get; }

    /// <param name="files">The files, and their paths below the folder of shipped manifests.</param>
    public static ShippedManifests Of(IEnumerable<(ManifestFile File, string Path)> files)
    {
        (ManifestFile File, string Path)[] all = [.. files.OrderBy(static file => file.Path, StringComparer.Ordinal)];
        ILookup<string, string> folders = all.ToLookup(
            static file => file.File.Directory,
            static file => ManifestPaths.DirectoryOf(ManifestPaths.Normalize(file.Path)),
            StringComparer.Ordinal);
        return new ShippedManifests(
            [.. all.Select(static file => file.File)],
            [
                .. ProjectManifests.Of(all.Select(static file => file.File)).Units
                    .Where(static unit => !unit.IsUnknown)
                    .Select(unit => new ShippedFolder(
                        folders[unit.Directory].FirstOrDefault() ?? string.Empty,
                        new ShippedObjects([.. unit.Objects.Where(static node => ManifestObjects.IsComplete(node))]))),
            ]);
    }

    /// <summary>What was released of a declaration's environment; of none where that is null.</summary>
    public ShippedObjects OfEnvironment(string? environment) =>
        _byEnvironment.GetOrAdd(environment ?? string.Empty, name => ShippedObjects.Together(
            _folders.Where(folder => EnvironmentNames.Comparer.Equals(folder.Folder, name)).Select(static folder => folder.Objects)));

    /// <summary>
    /// What was released of a folder of hand-written manifests: the folder that has its path, or as much of its end as any
    /// has, since two clusters may have the same objects.
    /// </summary>
    public ShippedObjects OfFolder(string directory)
    {
        IGrouping<int, ShippedObjects>? nearest = _folders
            .Select(folder => (Path: Original(folder.Folder), folder.Objects))
            .Where(folder => folder.Path.Length == 0 || directory == folder.Path || directory.EndsWith("/" + folder.Path, StringComparison.Ordinal))
            .GroupBy(static folder => folder.Path.Length, static folder => folder.Objects)
            .OrderByDescending(static group => group.Key)
            .FirstOrDefault();
        return nearest is null ? ShippedObjects.None : ShippedObjects.Together(nearest);
    }

    private static string Original(string folder) =>
        folder.StartsWith(ByHand + "/", StringComparison.Ordinal) ? folder.Substring(ByHand.Length + 1) : folder == ByHand ? string.Empty : folder;

    private sealed record ShippedFolder(string Folder, ShippedObjects Objects);
}
