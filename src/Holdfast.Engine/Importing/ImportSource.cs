using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Importing;

/// <summary>The objects in files of manifests as they are applied: what kustomize makes of a directory, and the files of folders that it does not use.</summary>
internal static class ImportSource
{
    /// <param name="files">Paths and texts.</param>
    /// <param name="ns">The C# namespace of the types; empty for the global one.</param>
    public static ImportResult Import(IEnumerable<(string Path, SourceText Text)> files, string ns)
    {
        var read = ProjectManifests.Of(files.Select(static file => ManifestFileReader.ReadLiterally(file.Path, file.Text)));
        ImportResult result = Importer.Import(read.Units.Where(static unit => !unit.IsChart).SelectMany(static unit => unit.Objects), ns);
        return result with { Notes = [.. result.Notes, .. Problems(read)] };
    }

    private static IEnumerable<ImportNote> Problems(ProjectManifests read)
    {
        foreach (ManifestFile file in read.Files)
        {
            foreach (YamlProblem problem in file.Problems)
            {
                yield return new ImportNote(ImportNoteKind.Kept, file.Path, string.Empty, "it cannot be read: " + problem.Message);
            }
        }

        foreach (ManifestUnit unit in read.Units)
        {
            if (unit.IsChart)
            {
                yield return new ImportNote(ImportNoteKind.Kept, unit.Directory, string.Empty, "it is a Helm chart without values; import what helm template writes");
            }
            else if (unit.IsUnknown)
            {
                yield return new ImportNote(ImportNoteKind.Difference, unit.Directory, string.Empty, "kustomize changes its objects in a way that is not followed; import what kubectl kustomize writes");
            }
        }
    }
}
