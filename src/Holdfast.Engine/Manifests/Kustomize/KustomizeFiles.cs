using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;

namespace Holdfast.Engine.Manifests.Kustomize;

/// <summary>The files that kustomizations name, and notes which those are.</summary>
/// <param name="files">All manifests of the project, by path.</param>
internal sealed class KustomizeFiles(IReadOnlyDictionary<string, ManifestFile> files)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The files that some directory uses, which are not objects by themselves then.</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>A file by its path; null where the project does not have it.</summary>
    public ManifestFile? Use(string path)
    {
        _used.Add(path);
        return files.TryGetValue(path, out ManifestFile? file) ? file : null;
    }

    /// <summary>The kustomization of a directory.</summary>
    public ManifestFile? UseDirectory(string directory)
    {
        foreach (string name in ManifestPaths.KustomizationNames)
        {
            if (files.TryGetValue(directory + "/" + name, out ManifestFile? file))
            {
                _used.Add(file.Path);
                return file;
            }
        }

        return null;
    }

    /// <summary>What a kustomization says in a file, or in its own text; null where that cannot be read.</summary>
    /// <param name="file">The kustomization.</param>
    /// <param name="pathOrText">The file's path, or the text, which has several lines.</param>
    public (ImmutableArray<MappingNode> Documents, ImmutableArray<SequenceNode> Lists)? Read(ManifestFile file, ManifestNode? pathOrText)
    {
        if (!pathOrText.TryGetString(out string? text))
        {
            return null;
        }

        if (text.IndexOf('\n') >= 0 || text.TrimStart().StartsWith("[", StringComparison.Ordinal) || text.TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            // A place in the text would need the text as it is written, so all of it is at the patch.
            YamlReading reading = YamlReader.ReadWithin(Placeholders.Mask(text), pathOrText!.Location);
            return reading.Problems.IsEmpty ? ([.. reading.Documents.Select(Placeholders.Resolve)], [.. reading.Lists.Select(Placeholders.Resolve)]) : null;
        }

        return Use(ManifestPaths.Combine(file.Directory, text)) is { Problems.IsEmpty: true, Kind: ManifestFileKind.Objects } found
            ? (found.Objects, found.Lists)
            : null;
    }
}
