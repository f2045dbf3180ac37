using System.Collections.Immutable;
using Holdfast.Analyzers.Composing.Patching;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Model.Fields;
using Holdfast.Analyzers.Reading.Files;
using Holdfast.Analyzers.Reading.Yaml;

namespace Holdfast.Analyzers.Reading.Kustomize;

/// <summary>
/// Does what <c>kustomize build</c> does to the objects of a directory: resources, patches, labels, names, namespace, images
/// and replicas. What it does not know how to do makes the result open or unknown, and rules then keep quiet.
/// </summary>
/// <param name="files">All manifests of the project, by path.</param>
internal sealed class KustomizeBuild(IReadOnlyDictionary<string, ManifestFile> files)
{
    /// <summary>Bases of bases; a directory that leads back to itself ends here too.</summary>
    private const int Depth = 16;

    private static readonly string[] Unknown = ["replacements", "vars", "transformers", "configurations", "openapi", "validators"];

    private static readonly string[] Open = ["helmCharts", "helmChartInflationGenerator", "generators"];

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The files that some directory uses, which are not objects by themselves then.</summary>
    public IReadOnlyCollection<string> Used => _used;

    public KustomizeResult Build(ManifestFile kustomization) => Build(kustomization, [], 0);

    private KustomizeResult Build(ManifestFile file, ImmutableArray<MappingNode> before, int depth)
    {
        if (depth > Depth || file.Objects.FirstOrDefault() is not { } settings || !file.Problems.IsEmpty)
        {
            return new KustomizeResult(before, IsOpen: true, IsUnknown: true);
        }

        bool isOpen = Open.Any(key => settings[key] is not null);
        bool isUnknown = Unknown.Any(key => settings[key] is not null);
        List<MappingNode> objects = [.. before];
        foreach (string resource in Texts(settings["resources"]).Concat(Texts(settings["bases"])))
        {
            string path = ManifestPaths.Combine(file.Directory, resource);
            if (files.TryGetValue(path, out ManifestFile? found))
            {
                _used.Add(path);
                objects.AddRange(found.Objects);
                isOpen |= !found.Problems.IsEmpty || found.Kind == ManifestFileKind.Template;
            }
            else if (KustomizationIn(path) is { } directory)
            {
                _used.Add(directory.Path);
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

        objects.AddRange(Generated(settings["configMapGenerator"], "ConfigMap"));
        objects.AddRange(Generated(settings["secretGenerator"], "Secret"));
        foreach (string component in Texts(settings["components"]))
        {
            if (KustomizationIn(ManifestPaths.Combine(file.Directory, component)) is not { } directory)
            {
                isUnknown = true;
                continue;
            }

            _used.Add(directory.Path);
            KustomizeResult result = Build(directory, [.. objects], depth + 1);
            objects = [.. result.Objects];
            isOpen |= result.IsOpen;
            isUnknown |= result.IsUnknown;
        }

        isUnknown |= !ApplyPatches(file, settings, objects);
        Transform(settings, objects);
        return new KustomizeResult([.. objects], isOpen, isUnknown);
    }

    private ManifestFile? KustomizationIn(string directory)
    {
        foreach (string name in ManifestFileReader.KustomizationNames)
        {
            if (files.TryGetValue(directory + "/" + name, out ManifestFile? file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>What a generator makes, as far as others refer to it; its hash at the end of the name is kustomize's own matter.</summary>
    private static IEnumerable<MappingNode> Generated(ManifestNode? generators, string kind)
    {
        foreach (MappingNode generator in generators.Mappings())
        {
            if (generator["name"] is { } name)
            {
                yield return new MappingNode(
                [
                    new MappingEntry("apiVersion", ScalarNode.String("v1")),
                    new MappingEntry("kind", ScalarNode.String(kind)),
                    new MappingEntry("metadata", new MappingNode([new MappingEntry("name", name)])),
                    new MappingEntry("data", new UnknownNode()),
                ]);
            }
        }
    }

    /// <summary>Whether all patches are understood.</summary>
    private bool ApplyPatches(ManifestFile file, MappingNode settings, List<MappingNode> objects)
    {
        bool understood = true;
        foreach (string patch in Texts(settings["patchesStrategicMerge"]))
        {
            understood &= ApplyStrategic(DocumentsOf(file, patch), null, objects);
        }

        foreach (MappingNode patch in settings["patches"].Mappings().Concat(settings["patchesJson6902"].Mappings()))
        {
            string? inline = patch["patch"].TryGetString(out string? text) ? text : null;
            string? path = patch["path"].TryGetString(out string? name) ? ManifestPaths.Combine(file.Directory, name) : null;
            if (path is not null)
            {
                _used.Add(path);
            }

            SequenceNode? operations = inline is not null ? Operations(inline) : null;
            if (operations is null && path is not null && files.TryGetValue(path, out ManifestFile? patchFile) && patchFile.Objects.IsEmpty)
            {
                // A list of operations is no manifest; the file's reader has no objects of it.
                understood = false;
            }
            else if (operations is not null)
            {
                understood &= ApplyJson(operations, patch["target"] as MappingNode, objects);
            }
            else
            {
                understood &= ApplyStrategic(inline is null && path is null ? null : DocumentsOf(file, inline ?? name!), patch["target"] as MappingNode, objects);
            }
        }

        return understood;
    }

    private ImmutableArray<MappingNode>? DocumentsOf(ManifestFile file, string pathOrText)
    {
        if (pathOrText.IndexOf('\n') < 0)
        {
            string path = ManifestPaths.Combine(file.Directory, pathOrText);
            _used.Add(path);
            return files.TryGetValue(path, out ManifestFile? found) && found.Problems.IsEmpty ? found.Objects : null;
        }

        YamlReading reading = YamlReader.Read(pathOrText);
        return reading.Problems.IsEmpty ? reading.Documents : null;
    }

    private static SequenceNode? Operations(string text)
    {
        string content = text.TrimStart();
        if (content.Length == 0 || content[0] is not ('-' or '['))
        {
            return null;
        }

        // The reader takes objects only, so the list becomes a field of one.
        YamlReading reading = YamlReader.Read("operations:\n" + (content[0] == '[' ? "  " + content : text));
        return reading.Problems.IsEmpty && reading.Documents is [{ } document] ? document["operations"] as SequenceNode : null;
    }

    private static bool ApplyJson(SequenceNode operations, MappingNode? target, List<MappingNode> objects)
    {
        for (int i = 0; i < objects.Count; i++)
        {
            if (target is null || !Selects(target, objects[i]))
            {
                continue;
            }

            if (JsonPatch.Apply(objects[i], operations) is not { } patched)
            {
                return false;
            }

            objects[i] = patched;
        }

        return target is not null;
    }

    private static bool ApplyStrategic(ImmutableArray<MappingNode>? patches, MappingNode? target, List<MappingNode> objects)
    {
        if (patches is not { } documents)
        {
            return false;
        }

        foreach (MappingNode patch in documents)
        {
            for (int i = objects.Count - 1; i >= 0; i--)
            {
                if (!(target is null ? IsSame(patch, objects[i]) : Selects(target, objects[i])))
                {
                    continue;
                }

                if (PatchDirective.Of(patch) == PatchDirective.Delete)
                {
                    objects.RemoveAt(i);
                    continue;
                }

                FieldType type = FieldTable.Find(ObjectView.ApiVersionOf(objects[i]), ObjectView.KindOf(objects[i])) ?? FieldType.Any;
                MappingNode changes = target is null ? patch : KeepIdentity(patch);
                objects[i] = StrategicMerge.Merge(objects[i], changes, type);
            }
        }

        return true;
    }

    /// <summary>With a target the patch's own kind and name say nothing.</summary>
    private static MappingNode KeepIdentity(MappingNode patch)
    {
        MappingNode changes = NodeEdit.Remove(NodeEdit.Remove(patch, "apiVersion"), "kind");
        return changes["metadata"] is MappingNode metadata ? NodeEdit.Set(changes, "metadata", NodeEdit.Remove(metadata, "name")) : changes;
    }

    private static bool IsSame(MappingNode patch, MappingNode candidate) =>
        ObjectView.KindOf(patch) == ObjectView.KindOf(candidate)
        && patch.At("metadata", "name").TryGetString(out string? name)
        && candidate.At("metadata", "name").TryGetString(out string? other)
        && name == other;

    private static bool Selects(MappingNode target, MappingNode candidate) =>
        Agrees(target["kind"], ObjectView.KindOf(candidate))
        && Agrees(target["name"], candidate.At("metadata", "name").TryGetString(out string? name) ? name : string.Empty)
        && Agrees(target["namespace"], candidate.At("metadata", "namespace").TryGetString(out string? @namespace) ? @namespace : string.Empty)
        && Agrees(target["version"], ObjectView.ApiVersionOf(candidate).Split('/').Last())
        && AgreesWithLabels(target["labelSelector"], candidate);

    /// <summary>Names in targets are anchored patterns.</summary>
    private static bool Agrees(ManifestNode? wanted, string actual)
    {
        if (!wanted.TryGetString(out string? pattern))
        {
            return true;
        }

        try
        {
            return System.Text.RegularExpressions.Regex.IsMatch(actual, "^(" + pattern + ")$", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is ArgumentException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool AgreesWithLabels(ManifestNode? selector, MappingNode candidate) =>
        !selector.TryGetString(out string? text)
        || text.Split(',').All(pair => pair.Split('=') is [var key, .., var value]
            && candidate.At("metadata", "labels", key.Trim()).TryGetString(out string? actual)
            && actual == value.Trim());

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
