using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Tool.Files;

/// <summary>What kustomizations of a folder name outside of it: bases, components, patches.</summary>
internal static class OutsideFiles
{
    /// <summary>The files, and those that they name in turn.</summary>
    /// <param name="files">The files of the folder.</param>
    /// <param name="read">The manifests at a full path; none where there are none.</param>
    public static InputFile[] With(InputFile[] files, Func<string, InputFile[]> read)
    {
        var all = files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<InputFile>(files);
        while (open.TryDequeue(out InputFile? file))
        {
            foreach (string path in NamedBy(file).Where(asked.Add))
            {
                foreach (InputFile found in read(path).Where(found => all.TryAdd(found.Path, found)))
                {
                    open.Enqueue(found);
                }
            }
        }

        return [.. all.Values.OrderBy(static file => file.Path, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> NamedBy(InputFile file)
    {
        if (!Path.IsPathRooted(file.Path) || ManifestFileReader.Read(file.Path, file.Text) is not { Kind: ManifestFileKind.Kustomization } read)
        {
            return [];
        }

        string folder = Path.GetDirectoryName(file.Path)!;
        return read.Objects.SelectMany(Texts)
            .Where(static text => text.StartsWith("../", StringComparison.Ordinal) && text.IndexOfAny(['\n', '\0', ' ']) < 0)
            .Select(text => Path.GetFullPath(text, folder).TrimEnd(Path.DirectorySeparatorChar));
    }

    private static IEnumerable<string> Texts(ManifestNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.String } scalar => [scalar.Text],
        MappingNode mapping => mapping.Entries.SelectMany(static entry => Texts(entry.Value)),
        SequenceNode sequence => sequence.Items.SelectMany(Texts),
        _ => [],
    };
}
