using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Helm;

/// <summary>The charts among a project's manifests: their templates with the values that are known.</summary>
internal static class HelmCharts
{
    private const string Templates = "/templates";

    /// <summary>What each chart makes, as far as that is known. There is always more that is not known.</summary>
    public static List<ManifestUnit> Of(IReadOnlyDictionary<string, ManifestFile> files)
    {
        var found = new List<ManifestUnit>();
        IEnumerable<IGrouping<string, ManifestFile>> charts = files.Values
            .Where(static file => file.Kind == ManifestFileKind.Template && !file.Objects.IsEmpty)
            .GroupBy(static file => FolderOf(file), StringComparer.Ordinal);
        ILookup<string, ManifestFile> variants = files.Values
            .Where(static file => ManifestPaths.FileNameOf(file.Path) is var name && name != "values.yaml" && name.StartsWith("values", StringComparison.Ordinal))
            .ToLookup(static file => file.Directory, StringComparer.Ordinal);
        foreach (IGrouping<string, ManifestFile> chart in charts)
        {
            HelmValues? values = ValuesOf(chart.Key, files, variants);
            ILookup<bool, MappingNode> objects = chart
                .SelectMany(static file => file.Objects.Zip(file.Optional, static (node, isOptional) => (node, isOptional)))
                .ToLookup(static item => item.isOptional && IsWorkload(item.node), item => values?.Resolve(item.node) ?? item.node);

            // Two parts of a chart of which one is there may make one object, and two workloads of one application.
            IEnumerable<ImmutableArray<MappingNode>> alone = objects[true].Select(static node => ImmutableArray.Create(node));
            foreach (ImmutableArray<MappingNode> layer in FolderLayers.Of(objects[false].Select(static node => ImmutableArray.Create(node))).Concat(alone))
            {
                found.Add(new ManifestUnit(chart.Key, layer, IsOpen: true, IsUnknown: false) { IsChart = true });
            }
        }

        return found;
    }

    private static bool IsWorkload(MappingNode node) => ObjectView.KindOf(node) is StatefulSetView.Kind or DeploymentView.Kind;

    /// <summary>The folder of all templates of a chart, or the file's own where it is in none such.</summary>
    private static string FolderOf(ManifestFile file)
    {
        int end = (file.Directory + "/").LastIndexOf(Templates + "/", StringComparison.Ordinal);
        return end < 0 ? file.Directory : file.Directory.Substring(0, end + Templates.Length);
    }

    private static HelmValues? ValuesOf(string folder, IReadOnlyDictionary<string, ManifestFile> files, ILookup<string, ManifestFile> variants)
    {
        string chart = ManifestPaths.DirectoryOf(folder);
        if (!folder.EndsWith(Templates, StringComparison.Ordinal) || Document(chart + "/values.yaml") is not { } defaults)
        {
            return null;
        }

        return new HelmValues(defaults, [.. variants[chart].SelectMany(static file => file.Objects)]);

        MappingNode? Document(string path) => files.TryGetValue(path, out ManifestFile? file) && file.Problems.IsEmpty ? file.Objects.FirstOrDefault() : null;
    }
}
