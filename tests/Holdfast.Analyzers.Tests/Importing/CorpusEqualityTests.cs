using System.Globalization;
using Holdfast.Analyzers.Tests.Corpus;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Importing;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Reporting;
using Holdfast.Tests.Shared;
using StrippedDefaults = Holdfast.Engine.Importing.ServerDefaults;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>
/// How much of real manifests attributes say by themselves: the objects of each imported type without its <c>[Patch]</c>, compared with the
/// manifests field by field, after the defaults of the API server.
/// </summary>
public class CorpusEqualityTests(ITestOutputHelper output)
{
    private const string OtherPort = "a member has one name and one number, in the pod and in all Services";

    private const string OtherPods = "the policy is for pods of another workload, which the manifests do not have";

    private const string OwnUser = "the image's user is kept, and the attribute always writes an id";

    /// <summary>What Holdfast gives to every application; it is not in the manifests, and not counted.</summary>
    private static readonly (string Path, string Reason)[] Meant =
    [
        ("*.labels.app.kubernetes.io/name", "every object has the name of its application"),
        ("*.labels.app.kubernetes.io/managed-by", "every object says what made it"),
        ("StatefulSet * spec.selector.matchLabels.app.kubernetes.io/name", "a set without a selector is selected by its name"),
        ("* spec.template.spec.*ontainers[*].env[POD_*", "code learns from them which replica it is"),
        ("* spec.template.metadata.annotations.holdfast.dev/config-hash", "the pods are replaced when their ConfigMap changes"),
        ("* spec.template.spec.securityContext.*", "the restricted profile"),
        ("* spec.template.spec.*ontainers[*].securityContext.*", "the restricted profile"),
        ("* spec.template.spec.containers[*].ports[*].name", "every port has a name, so that it has an SRV record"),
        ("Service * spec.ports[*].name", "every port has a name, so that it has an SRV record"),
        ("StatefulSet * spec.template.spec.*ontainers[*].image", "the manifest is a part of one that kustomize puts together, and has no image"),
    ];

    /// <summary>What attributes do not say, and why.</summary>
    private static readonly (string Path, string Reason)[] Left =
    [
        ("StatefulSet cockroachdb spec.template.spec.volumes[datadir].*", "a claim template of the same name takes its place"),
        ("Service kafka metadata.annotations.service.alpha.kubernetes.io/tolerate-unready-endpoints", "only one of two Services has it"),
        ("Service consul spec.ports[*", OtherPort),
        ("Service azurite spec.ports[*", OtherPort),
        ("Service cluster-bootstrap spec.ports[*", OtherPort),
        ("Service etcd spec.ports[*].targetPort", "a headless Service leads to the pods themselves, whatever it says"),
        ("NetworkPolicy adapter-access *", OtherPods),
        ("StatefulSet model-catalog-postgres spec.template.metadata.name", "the controller names the pods"),
        ("* spec.template.spec.securityContext.runAsNonRoot", OwnUser),
        ("StatefulSet model-catalog-postgres spec.template.spec.containers[postgres].securityContext.*", "the application's own container has the user of its pod"),
        ("StatefulSet metacontroller spec.template.spec.containers[metacontroller].securityContext.*", "the application's own container has the user of its pod"),
    ];

    /// <summary>19 of 20 fields and more without patches, all of them with patches; what is left has a reason.</summary>
    [Fact]
    public void AttributesSayTheManifests()
    {
        CorpusFiles.Require();
        int written = 0;
        int unequal = 0;
        var meant = new HashSet<string>(StringComparer.Ordinal);
        var left = new HashSet<string>(StringComparer.Ordinal);
        var unexplained = new List<string>();
        foreach (string folder in CorpusImportTests.Folders.Select(static row => row.Data))
        {
            var run = ImportRun.OfFolder(Path.Combine(RepositoryPaths.Shared, "corpus", folder));
            Assert.Empty(run.Result.Apps.SelectMany(run.DifferencesOf));
            foreach (ImportedApp app in run.Result.Apps)
            {
                var made = AppManifests.Compose(app.App with { Patches = default }, Reporter.None).ToDictionary(ImportedPatches.Describe);
                foreach (MappingNode original in app.Originals)
                {
                    string name = ImportedPatches.Describe(original);
                    IReadOnlyDictionary<string, ManifestNode> theirs = Leaves(original);
                    IReadOnlyDictionary<string, ManifestNode> ours = made.TryGetValue(name, out MappingNode? node) ? Leaves(node) : new Dictionary<string, ManifestNode>();
                    written += theirs.Count;
                    foreach (string field in theirs.Where(field => !(ours.TryGetValue(field.Key, out ManifestNode? other) && other.Equals(field.Value))).Select(field => name + " " + field.Key))
                    {
                        unequal++;
                        Explain(field, Left, left);
                    }

                    foreach (string field in ours.Keys.Where(path => !theirs.ContainsKey(path)).Select(path => name + " " + path))
                    {
                        if (Meant.Any(known => PathPattern.Matches(known.Path, field)))
                        {
                            Explain(field, Meant, meant);
                        }
                        else
                        {
                            unequal++;
                            Explain(field, Left, left);
                        }
                    }
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written} fields, {unequal} not equal: {100.0 * (written - unequal) / written:F1} % by attributes"));
        Assert.True(unexplained.Count == 0, "Without a reason:\n" + string.Join("\n", unexplained));
        Assert.Empty(Meant.Concat(Left).Select(static known => known.Path).Except(meant.Concat(left)));
        Assert.True(100 * (written - unequal) >= 95 * written, $"{unequal} of {written} fields are not said by attributes.");
        Assert.Equal((1950, 56), (written, unequal));

        void Explain(string field, (string Path, string Reason)[] reasons, HashSet<string> used)
        {
            if (reasons.Select(static known => known.Path).FirstOrDefault(path => PathPattern.Matches(path, field)) is { } known)
            {
                used.Add(known);
            }
            else
            {
                unexplained.Add(field);
            }
        }
    }

    private static IReadOnlyDictionary<string, ManifestNode> Leaves(MappingNode node) => FieldLeaves.Of(StrippedDefaults.Strip(node), ImportedPatches.TypeOf(node));
}
