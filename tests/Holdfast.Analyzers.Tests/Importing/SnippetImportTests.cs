using Holdfast.Analyzers.Tests.Fields;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Importing;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>What attributes say, an import says by attributes again.</summary>
public class SnippetImportTests
{
    public static TheoryData<string> Snippets => [.. FieldSnippets.All.Keys];

    /// <summary>What an import leaves to patches all the same, and why.</summary>
    private static readonly (string Path, string Reason)[] Patched =
    [
        ("initContainers[proxy].volumeDevices", "volumes are members of the application's own container, and only its devices are theirs"),
        ("volumeClaimTemplates[cache].spec.volumeMode", "it goes with that device"),
    ];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void NothingIsLeftToPatches(string name)
    {
        var run = ImportRun.OfText(string.Join("---\n", SnippetObjects.Texts(FieldSnippets.All[name])));
        Assert.Empty(run.Errors);
        Assert.Empty(run.Result.Apps.SelectMany(run.DifferencesOf));
        var left = new List<string>();
        foreach (ImportedApp app in run.Result.Apps)
        {
            var made = AppManifests.Compose(app.App with { Patches = default }, Reporter.None).ToDictionary(ImportedPatches.Describe);
            foreach (MappingNode original in app.Originals)
            {
                FieldType type = ImportedPatches.TypeOf(original);
                IReadOnlyDictionary<string, ManifestNode> ours = made.TryGetValue(ImportedPatches.Describe(original), out MappingNode? node)
                    ? FieldLeaves.Of(ServerDefaults.Strip(node), type)
                    : new Dictionary<string, ManifestNode>();
                left.AddRange(FieldLeaves.Of(ServerDefaults.Strip(original), type)
                    .Where(field => !(ours.TryGetValue(field.Key, out ManifestNode? other) && other.Equals(field.Value)))
                    .Select(field => ImportedPatches.Describe(original) + " " + field.Key));
            }
        }

        left.RemoveAll(path => Patched.Any(known => path.Contains(known.Path, StringComparison.Ordinal)));
        Assert.True(left.Count == 0, string.Join("\n", left));
    }
}
