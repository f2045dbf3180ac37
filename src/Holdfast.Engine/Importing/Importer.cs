using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Importing;

/// <summary>From the objects of existing manifests to types with attributes that make the same objects.</summary>
internal static class Importer
{
    /// <param name="objects">Objects as they are applied or as a cluster gives them.</param>
    /// <param name="ns">The C# namespace of the types; empty for the global one.</param>
    public static ImportResult Import(IEnumerable<MappingNode> objects, string ns)
    {
        var notes = new List<ImportNote>();
        var cleaned = new List<MappingNode>();
        var before = new Dictionary<MappingNode, MappingNode>(ReferenceComparer.Instance);
        var names = new HashSet<(string, string?, string)>();
        foreach (MappingNode node in objects)
        {
            if (PatchDirective.AreIn(node))
            {
                notes.Add(new ImportNote(ImportNoteKind.Kept, ImportedPatches.Describe(node), string.Empty, "it is a patch of another object; import what kustomize makes of both"));
                continue;
            }

            MappingNode clean = ObjectCleaner.Clean(node);
            string described = ImportedPatches.Describe(clean);
            if (!names.Add((ObjectView.ApiVersionOf(clean) + " " + ObjectView.KindOf(clean), ImportGroup.NamespaceOf(clean), ImportGroup.NameOf(clean))))
            {
                if (!cleaned.Contains(clean))
                {
                    notes.Add(new ImportNote(ImportNoteKind.Kept, described, string.Empty, "another object has the same kind and name, and the first one counts; import the folders of each environment by themselves"));
                }

                continue;
            }

            cleaned.Add(clean);
            before[clean] = node;
        }

        var apps = new List<ImportedApp>();
        var said = new List<MappingNode>();
        var types = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<MappingNode> stripped = [.. cleaned.Select(ServerDefaults.Strip)];
        var originals = stripped.Zip(cleaned, static (bare, full) => (bare, full)).ToDictionary(static pair => pair.bare, static pair => pair.full, ReferenceComparer.Instance);
        List<(ImportGroup Group, MemberNaming Naming, AppDeclaration App)> declared = [];
        foreach (ImportGroup group in ImportGroups.Of(stripped))
        {
            string type = MemberNaming.OfType(group.Name, types);
            var naming = new MemberNaming(type);
            declared.Add((group, naming, AppImport.Of(group, type, naming)));
        }

        foreach ((ImportGroup group, MemberNaming naming, AppDeclaration declaration) in declared)
        {
            AppDeclaration[] others = [.. declared.Where(other => !ReferenceEquals(other.App, declaration)).Select(static other => other.App)];
            ImportedApp app = Import(group, NamesOfOthers.Apply(PolicyClients.Apply(declaration, group.Policy, others), naming, others), originals);
            apps.Add(app);
            said.AddRange(group.Objects.Where(node => !app.Notes.Any(note => note.Kind == ImportNoteKind.Kept && note.Object == ImportedPatches.Describe(node))));
        }

        foreach (MappingNode clean in said.Select(node => originals[node]))
        {
            notes.AddRange(Changed(before[clean], clean));
        }

        HashSet<MappingNode> all = new(said, ReferenceComparer.Instance);
        notes.AddRange(stripped.Where(node => !all.Contains(node)).Select(static node => new ImportNote(ImportNoteKind.Kept, ImportedPatches.Describe(node), string.Empty, ReasonToKeep(node))));
        ImmutableArray<ImportedApp> imported = [.. apps];
        return new ImportResult(imported, [.. imported.SelectMany(static app => app.Notes), .. notes], imported.IsEmpty ? string.Empty : DeclarationWriter.Write(imported, ns));
    }

    private static ImportedApp Import(ImportGroup group, AppDeclaration app, Dictionary<MappingNode, MappingNode> originals)
    {
        MappingNode[] objects = [.. group.Objects];
        (app, IReadOnlyList<(MappingNode Object, MappingNode Patch)> patches) = ImportedPatches.Close(app, objects);
        List<ImportNote> notes = [.. ImportedPatches.Remaining(app, objects)];
        int set = 0;
        int removed = 0;
        foreach ((MappingNode node, MappingNode patch) in patches)
        {
            foreach ((string path, ManifestNode? value) in NodeDifference.Changes(patch, ImportedPatches.TypeOf(node)))
            {
                set += value is null ? 0 : NodeDifference.Count(value);
                removed += value is null ? 1 : 0;
                notes.Add(new ImportNote(ImportNoteKind.Patched, ImportedPatches.Describe(node), path, PatchReason.Of(path, value)));
            }
        }

        notes.AddRange(Offers.Of(app).Select(offer => new ImportNote(ImportNoteKind.Offer, app.Kind + " " + group.Name, string.Empty, offer.Text)));
        return new ImportedApp(
            app,
            [.. objects.Select(node => originals[node])],
            [.. notes],
            objects.Sum(NodeDifference.Count),
            set,
            removed);
    }

    /// <summary>What was another text before the import began.</summary>
    private static IEnumerable<ImportNote> Changed(MappingNode before, MappingNode clean)
    {
        string described = ImportedPatches.Describe(clean);
        if (ObjectView.ApiVersionOf(clean) != ObjectView.ApiVersionOf(before))
        {
            yield return new ImportNote(
                ImportNoteKind.Difference,
                described,
                "apiVersion",
                $"Kubernetes no longer serves {ObjectView.ApiVersionOf(before)}, so the type makes {ObjectView.ApiVersionOf(clean)}");
            if (before.At("spec", "selector") is null && clean.At("spec", "selector") is not null)
            {
                yield return new ImportNote(ImportNoteKind.Difference, described, "spec.selector", "the old version selected the labels of the pods by itself, and the new one has to say it");
            }
        }

        // Texts of programs have such forms for themselves.
        if (ObjectView.KindOf(clean) != ConfigMapView.Kind && ObjectCleaner.HasUnknown(Placeholders.Resolve(before)))
        {
            yield return new ImportNote(ImportNoteKind.Difference, described, string.Empty, "it has placeholders that a tool fills in; they are taken as text, so import what the tool writes");
        }
    }

    private static string ReasonToKeep(MappingNode node) => ObjectView.KindOf(node) switch
    {
        SecretView.Kind => "values of Secrets do not belong in code; keep its manifest, or whatever makes it",
        ClaimView.Kind => "no attribute makes a claim that is there before the pods; keep its manifest",
        JobView.Kind when node.At("metadata", "ownerReferences").Mappings().Any() => "its owner makes it",
        StatefulSetView.Kind or DeploymentView.Kind or JobView.Kind or JobView.CronJob => "it has no name or no containers",
        ServiceView.Kind => "it selects the pods of none of the types",
        "" => "it has no kind",
        _ => "no attribute makes an object of this kind for one of the types; keep its manifest",
    };

    /// <summary>Objects are told apart by what they are, not by what they say.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<MappingNode>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(MappingNode? x, MappingNode? y) => ReferenceEquals(x, y);

        public int GetHashCode(MappingNode obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
