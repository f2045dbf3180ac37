using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>
/// Does what <c>kustomize build</c> does to the objects of a directory: resources, patches, labels, names, namespace, images,
/// replicas and replacements. What it does not know how to do makes the result open or unknown, and rules then keep quiet.
/// </summary>
/// <param name="manifests">All manifests of the project, by path.</param>
internal sealed class KustomizeBuild(IReadOnlyDictionary<string, ManifestFile> manifests)
{
    /// <summary>Bases of bases; a directory that leads back to itself ends here too.</summary>
    private const int Depth = 16;

    private static readonly string[] Unknown = ["transformers", "configurations", "openapi"];

    private static readonly string[] SettingFiles = ["transformers", "configurations", "validators", "generators", "crds"];

    private static readonly string[] Open = ["helmCharts", "helmChartInflationGenerator", "generators"];

    private readonly KustomizeFiles _files = new(manifests);

    /// <summary>The files that some directory uses, which are not objects by themselves then.</summary>
    public IReadOnlyCollection<string> Used => _files.Used;

    public KustomizeResult Build(ManifestFile kustomization) => Build(kustomization, [], 0);

    private KustomizeResult Build(ManifestFile file, ImmutableArray<MappingNode> before, int depth)
    {
        if (depth > Depth || file.Objects.FirstOrDefault() is not { } settings || !file.Problems.IsEmpty)
        {
            return new KustomizeResult(before, IsOpen: true, IsUnknown: true);
        }

        // A component on its own is a part of what it is put into.
        bool isPart = depth == 0 && ObjectView.KindOf(settings) == "Component";
        bool isOpen = isPart || Open.Any(key => settings[key] is not null);
        bool isUnknown = Unknown.Any(key => settings[key] is not null);
        List<MappingNode> objects = [.. before];
        foreach (string resource in Texts(settings["resources"]).Concat(Texts(settings["bases"])))
        {
            string path = ManifestPaths.Combine(file.Directory, resource);
            if (manifests.ContainsKey(path) && _files.Use(path) is { } found)
            {
                objects.AddRange(found.Kind == ManifestFileKind.Template ? [] : found.Objects);
                isOpen |= !found.Problems.IsEmpty || found.Kind == ManifestFileKind.Template;
            }
            else if (_files.UseDirectory(path) is { } directory)
            {
                KustomizeResult result = Build(directory, [], depth + 1);
                objects.AddRange(result.Objects);
                isOpen |= result.IsOpen;
                isUnknown |= result.IsUnknown;
            }
            else
            {
                isOpen = true;
            }
        }

        KustomizeGenerators.Apply(settings["configMapGenerator"], "ConfigMap", objects);
        KustomizeGenerators.Apply(settings["secretGenerator"], "Secret", objects);
        foreach (string component in Texts(settings["components"]))
        {
            if (_files.UseDirectory(ManifestPaths.Combine(file.Directory, component)) is not { } directory)
            {
                isUnknown = true;
                continue;
            }

            KustomizeResult result = Build(directory, [.. objects], depth + 1);
            objects = [.. result.Objects];
            isOpen |= result.IsOpen;
            isUnknown |= result.IsUnknown;
        }

        isUnknown |= !KustomizePatches.Apply(_files, file, settings, objects);
        Transform(settings, objects);
        isUnknown |= !KustomizeReplacements.Apply(_files, file, settings, objects);
        KustomizeVars.Apply(settings, objects);
        UseSettingFiles(file, settings);
        if (isPart)
        {
            KustomizeNames.ForgetNamespaces(objects);
        }

        return new KustomizeResult([.. objects], isOpen, isUnknown);
    }

    /// <summary>Files that say how kustomize works, and are not objects either.</summary>
    private void UseSettingFiles(ManifestFile file, MappingNode settings)
    {
        foreach (string key in SettingFiles)
        {
            foreach (string path in Texts(settings[key]))
            {
                _files.Use(ManifestPaths.Combine(file.Directory, path));
            }
        }
    }

    private static void Transform(MappingNode settings, List<MappingNode> objects)
    {
        KustomizeNames.Apply(settings, objects);
        KustomizeLabels.Apply(settings, objects);
        KustomizeValues.Apply(settings, objects);
    }

    private static IEnumerable<string> Texts(ManifestNode? node)
    {
        foreach (ManifestNode item in (node as SequenceNode)?.Items ?? default)
        {
            if (item.TryGetString(out string? text))
            {
                yield return text;
            }
        }
    }
}
