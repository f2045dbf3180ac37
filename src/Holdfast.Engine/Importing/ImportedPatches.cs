using System.Collections.Immutable;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Importing;

/// <summary>Makes the patches that close what is left between a declaration's objects and the originals, and sees whether they do.</summary>
internal static class ImportedPatches
{
    /// <summary>The declaration with its patches, and the fields that they say.</summary>
    /// <param name="app">The declaration without patches.</param>
    /// <param name="originals">The objects without defaults, by kind and name.</param>
    public static (AppDeclaration App, IReadOnlyList<(MappingNode Object, MappingNode Patch)> Patches) Close(AppDeclaration app, IReadOnlyList<MappingNode> originals)
    {
        ImmutableArray<MappingNode> composed = AppManifests.Compose(app, Reporter.None);
        var patches = new List<(MappingNode, MappingNode)>();
        var texts = new List<PatchDeclaration>();

        // The workload comes first: a patch without a kind is for it.
        foreach (MappingNode node in composed.OrderBy(node => ObjectView.KindOf(node) == app.Kind.ToString() ? 0 : 1))
        {
            if (Find(originals, node) is { } original && PatchOf.Create(ServerDefaults.Strip(node), Sayable.Of(original, TypeOf(node)), TypeOf(node)) is { } patch)
            {
                patches.Add((original, patch));
                texts.Add(new PatchDeclaration(Said.Of(Text(Headed(patch, node, app, composed)))));
            }
        }

        return (app with { Patches = texts.ToEquatableArray() }, patches);
    }

    /// <summary>What is different all the same: fields, and what the reader of patches refuses.</summary>
    public static IEnumerable<ImportNote> Remaining(AppDeclaration app, IReadOnlyList<MappingNode> originals)
    {
        var problems = new List<Diagnostic>();
        ImmutableArray<MappingNode> composed = AppManifests.Compose(app, new Reporter(problems.Add));
        foreach (Diagnostic problem in problems)
        {
            yield return new ImportNote(ImportNoteKind.Difference, app.Kind + " " + app.Name.OrDefault(string.Empty), string.Empty, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (MappingNode node in composed)
        {
            string name = Describe(node);
            if (Find(originals, node) is not { } original)
            {
                yield return new ImportNote(ImportNoteKind.Difference, name, string.Empty, "the type makes it, and the manifests have none");
                continue;
            }

            MappingNode stripped = ServerDefaults.Strip(node);
            foreach (string path in NodeDifference.Paths(original, stripped, TypeOf(node)))
            {
                yield return new ImportNote(ImportNoteKind.Difference, name, path, "neither an attribute nor a patch can say it");
            }

            foreach (string path in NodeDifference.Reordered(original, stripped, TypeOf(node)))
            {
                yield return new ImportNote(ImportNoteKind.Difference, name, path, path.StartsWith("spec.template.", StringComparison.Ordinal)
                    ? "its items are in another order, which means the same but makes the controller replace the pods once"
                    : "its items are in another order, which means the same");
            }
        }

        foreach (MappingNode original in originals.Where(original => !composed.Any(node => IsSame(node, original))))
        {
            yield return new ImportNote(ImportNoteKind.Kept, Describe(original), string.Empty, "the type does not make it; keep its manifest");
        }
    }

    public static string Describe(MappingNode node) => ObjectView.KindOf(node) + " " + ImportGroup.NameOf(node);

    public static FieldType TypeOf(MappingNode node) => FieldTable.Find(ObjectView.ApiVersionOf(node), ObjectView.KindOf(node)) ?? FieldType.Any;

    /// <summary>Without the last line end, unless it belongs to a text that ends with it.</summary>
    private static string Text(MappingNode patch)
    {
        string text = YamlWriter.Write([patch]);
        string trimmed = text.Substring(0, text.Length - 1);
        return YamlReader.Read(trimmed).Documents.SequenceEqual(YamlReader.Read(text).Documents) ? trimmed : text;
    }

    private static MappingNode? Find(IEnumerable<MappingNode> originals, MappingNode node) => originals.FirstOrDefault(original => IsSame(node, original));

    private static bool IsSame(MappingNode node, MappingNode original) =>
        ObjectView.KindOf(node) == ObjectView.KindOf(original) && ImportGroup.NameOf(node) == ImportGroup.NameOf(original);

    /// <summary>The patch with as much in front of it as it takes to find its object.</summary>
    private static MappingNode Headed(MappingNode patch, MappingNode node, AppDeclaration app, ImmutableArray<MappingNode> composed)
    {
        string kind = ObjectView.KindOf(node);
        bool isOnly = composed.Count(other => ObjectView.KindOf(other) == kind) == 1;
        var entries = new List<MappingEntry>();
        if (kind != app.Kind.ToString())
        {
            entries.Add(new MappingEntry("kind", ScalarNode.String(kind)));
        }

        IEnumerable<MappingEntry> metadata = (patch["metadata"] as MappingNode)?.Entries ?? default;
        if (!isOnly)
        {
            entries.Add(new MappingEntry("metadata", new MappingNode([new MappingEntry("name", ScalarNode.String(ImportGroup.NameOf(node))), .. metadata])));
        }

        entries.AddRange(patch.Entries.Where(entry => entry.Key != "kind" && (isOnly || entry.Key != "metadata")));
        return new MappingNode(entries);
    }
}
