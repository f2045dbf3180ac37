using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Manifests.Helm;
using Holdfast.Engine.Manifests.Kustomize;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests;

/// <summary>All hand-written manifests of a project, in the units in which they are applied.</summary>
internal sealed class ProjectManifests
{
    private readonly ILookup<string, ManifestUnit> _charts;

    private readonly Dictionary<ObjectIndex, ManifestUnit> _unitsByIndex;

    private ObjectIndex? _index;

    private ProjectManifests(ImmutableArray<ManifestFile> files, ImmutableArray<ManifestUnit> units)
    {
        _charts = units.Where(static unit => unit.IsChart).ToLookup(static unit => unit.Directory, StringComparer.Ordinal);
        _unitsByIndex = units.ToDictionary(static unit => unit.Index);
        Files = files;
        Units = units;
    }

    /// <summary>In the order of their paths.</summary>
    public ImmutableArray<ManifestFile> Files { get; }

    /// <summary>Directories of kustomize that no other one uses, then folders of files that none uses.</summary>
    public ImmutableArray<ManifestUnit> Units { get; }

    /// <summary>Of a project without any.</summary>
    private static readonly ProjectManifests None = new([], []);

    public static ProjectManifests Of(IEnumerable<ManifestFile> files)
    {
        ManifestFile[] all = [.. files];
        return all.Length == 0 ? None : Compose(all);
    }

    private static ProjectManifests Compose(ManifestFile[] files)
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
            ImmutableArray<ImmutableArray<MappingNode>> layers = FolderLayers.Of(folder.Select(file => whole.Count == 0 ? file.Objects : file.Objects.RemoveAll(node => whole.Contains(Identity(node)))));
            bool isOpen = folder.Any(static file => !file.Problems.IsEmpty);
            var earlier = new Dictionary<(string, string, string?, string), MappingNode>();
            foreach (ImmutableArray<MappingNode> layer in layers)
            {
                units.Add(new ManifestUnit(folder.Key, layer, isOpen, IsUnknown: false, hasPatches) { Alternatives = layers.Length == 1 ? [] : AlternativesOf(layer, earlier) });
            }
        }

        units.AddRange(HelmCharts.Of(byPath));
        return new ProjectManifests([.. byPath.Values], units.ToImmutable());
    }

    /// <summary>The first objects of earlier layers that are those of a layer, which then are earlier ones too.</summary>
    private static ImmutableArray<MappingNode> AlternativesOf(ImmutableArray<MappingNode> layer, Dictionary<(string, string, string?, string), MappingNode> earlier)
    {
        ImmutableArray<MappingNode>.Builder found = ImmutableArray.CreateBuilder<MappingNode>();
        var own = new List<((string, string, string?, string) Key, MappingNode Node)>();
        foreach (MappingNode node in layer)
        {
            string? space = null;
            ManifestNode? name = node.At("metadata", "namespace");
            if (name is not null && !name.TryGetString(out space))
            {
                continue;
            }

            (string kind, string text) = Identity(node);
            (string, string, string?, string) key = (ObjectView.ApiVersionOf(node), kind, space, text);
            own.Add((key, node));
            if (earlier.TryGetValue(key, out MappingNode? first))
            {
                found.Add(first);
            }
        }

        foreach (((string, string, string?, string) key, MappingNode node) in own.Where(one => !earlier.ContainsKey(one.Key)))
        {
            earlier[key] = node;
        }

        return found.ToImmutable();
    }

    private static (string Kind, string Name) Identity(MappingNode node) =>
        (ObjectView.KindOf(node), node.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty);

    /// <summary>
    /// What is known beside the objects of a unit: those of all units, its own included, what is near first where there are
    /// several of a name. Two folders may well say the same for two clusters. What a chart makes is beside the chart only.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="others">Objects that are in no file.</param>
    public ObjectIndex Beside(ManifestUnit unit, ObjectIndex others)
    {
        IEnumerable<ObjectIndex> charts = _charts[unit.Directory].Where(other => !ReferenceEquals(other, unit)).Select(static chart => chart.Index);

        // Objects with open parts are judged with and without them, so they are not known as they are.
        ObjectIndex project = unit.HasOpenParts && !unit.IsChart ? Merge(Units.Where(other => !ReferenceEquals(other, unit))) : Index;
        return ObjectIndex.Of([project, .. charts, others], part => _unitsByIndex.TryGetValue(part, out ManifestUnit? of) ? ManifestPaths.Distance(unit.Steps, of.Steps) : int.MaxValue);
    }

    private static ObjectIndex Merge(IEnumerable<ManifestUnit> units) => ObjectIndex.Merge(units.Where(static unit => !unit.IsChart).Select(static unit => unit.Index));

    /// <summary>All objects but those of charts, by their kinds, for those that are declared elsewhere.</summary>
    public ObjectIndex Index => _index ??= Merge(Units);

    /// <summary>All objects, for those that are declared elsewhere.</summary>
    public ImmutableArray<MappingNode> Objects => [.. Units.Where(static unit => !unit.IsChart).SelectMany(static unit => unit.Complete)];

    /// <summary>Whether more objects are applied than are known.</summary>
    public bool IsOpen => Units.Any(static unit => !unit.IsChart && (unit.IsOpen || unit.IsUnknown));
}
