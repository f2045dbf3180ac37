using System.Collections.Immutable;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading.Helm;
using Holdfast.Analyzers.Reading.Kustomize;

namespace Holdfast.Analyzers.Reading.Files;

/// <summary>All hand-written manifests of a project, in the units in which they are applied.</summary>
internal sealed class ProjectManifests
{
    private ProjectManifests(ImmutableArray<ManifestFile> files, ImmutableArray<ManifestUnit> units)
    {
        Files = files;
        Units = units;
    }

    /// <summary>In the order of their paths.</summary>
    public ImmutableArray<ManifestFile> Files { get; }

    /// <summary>Directories of kustomize that no other one uses, then folders of files that none uses.</summary>
    public ImmutableArray<ManifestUnit> Units { get; }

    public static ProjectManifests Of(IEnumerable<ManifestFile> files)
    {
        var byPath = new SortedDictionary<string, ManifestFile>(StringComparer.Ordinal);
        foreach (ManifestFile file in files)
        {
            byPath[file.Path] = file;
        }

        var build = new KustomizeBuild(byPath);
        List<(ManifestFile File, KustomizeResult Result)> directories =
        [
            .. byPath.Values.Where(static file => file.Kind == ManifestFileKind.Kustomization).Select(file => (file, build.Build(file))),
        ];
        ImmutableArray<ManifestUnit>.Builder units = ImmutableArray.CreateBuilder<ManifestUnit>();
        foreach ((ManifestFile file, KustomizeResult result) in directories)
        {
            if (!build.Used.Contains(file.Path))
            {
                units.Add(new ManifestUnit(file.Directory, result.Objects, result.IsOpen, result.IsUnknown));
            }
        }

        // A folder of files is applied as one: kubectl apply -f k8s/
        bool hasPatches = directories.Count > 0 || byPath.Values.Any(static file => file.Kind == ManifestFileKind.Objects && file.Objects.Any(ManifestObjects.LooksLikePart));
        IEnumerable<IGrouping<string, ManifestFile>> folders = byPath.Values
            .Where(file => file.Kind == ManifestFileKind.Objects && !build.Used.Contains(file.Path))
            .GroupBy(static file => file.Directory, StringComparer.Ordinal);
        ILookup<string, KustomizeResult> results = directories.ToLookup(static item => item.File.Directory, static item => item.Result, StringComparer.Ordinal);
        foreach (IGrouping<string, ManifestFile> folder in folders)
        {
            HashSet<(string, string)> whole = [.. results[folder.Key].SelectMany(static result => result.Objects).Select(Identity)];

            // Beside a kustomization that does not name it, what has the name of one of its objects is a patch that is not in use.
            ImmutableArray<ImmutableArray<MappingNode>> layers = FolderLayers.Of(folder.Select(file => file.Objects.RemoveAll(node => whole.Contains(Identity(node)))));
            bool isOpen = folder.Any(static file => !file.Problems.IsEmpty);
            for (int i = 0; i < layers.Length; i++)
            {
                units.Add(new ManifestUnit(folder.Key, layers[i], isOpen, IsUnknown: false, hasPatches)
                {
                    Alternatives = [.. layers.Take(i).SelectMany(static layer => layer)],
                });
            }
        }

        units.AddRange(HelmCharts.Of(byPath));
        return new ProjectManifests([.. byPath.Values], units.ToImmutable());
    }

    private static (string Kind, string Name) Identity(MappingNode node) =>
        (ObjectView.KindOf(node), node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty);

    /// <summary>
    /// All other units, what is near first: two folders may well say the same for two clusters. What a chart makes is beside
    /// the chart only.
    /// </summary>
    public IEnumerable<ManifestUnit> Beside(ManifestUnit unit) => Units
        .Where(other => !ReferenceEquals(other, unit) && (!other.IsChart || other.Directory == unit.Directory))
        .OrderBy(other => ManifestPaths.Distance(unit.Steps, other.Steps));

    /// <summary>All objects, for those that are declared elsewhere.</summary>
    public ImmutableArray<MappingNode> Objects => [.. Units.Where(static unit => !unit.IsChart).SelectMany(static unit => unit.Complete)];

    /// <summary>Whether more objects are applied than are known.</summary>
    public bool IsOpen => Units.Any(static unit => !unit.IsChart && (unit.IsOpen || unit.IsUnknown));
}
