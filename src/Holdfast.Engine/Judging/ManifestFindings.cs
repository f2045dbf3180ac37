using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Wording;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Judging;

/// <summary>Judges a project's manifests: what cannot be read of them, and what would break in the cluster.</summary>
/// <param name="manifests">The manifests.</param>
/// <param name="shipped">What was last released of them, and of what is declared in code.</param>
/// <param name="others">Objects that the project declares or makes in code, which manifests may refer to.</param>
/// <param name="isOpen">Whether there may be more objects than are known.</param>
/// <param name="targetOf">The versions of Kubernetes that objects are for.</param>
/// <param name="severityAt">What the user wants reported of a rule at a place.</param>
/// <param name="names">Judges the names in the manifests' texts.</param>
internal sealed class ManifestFindings(
    ProjectManifests manifests,
    ShippedManifests shipped,
    ImmutableArray<MappingNode> others,
    bool isOpen,
    Func<IEnumerable<MappingNode>, KubernetesTarget> targetOf,
    Func<string, Location, ReportDiagnostic?> severityAt,
    ManifestNames names)
{
    private readonly List<Diagnostic> _found = [];

    private readonly ObjectIndex _others = new(others);

    /// <summary>A base that two directories build on is judged for each, and reported once.</summary>
    private readonly HashSet<(string, Location)> _told = [];

    /// <summary>The findings by the path of the file that they are in.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="progress">Takes how many of how many folders are judged; null where nothing waits for it.</param>
    public ILookup<string, Diagnostic> All(CancellationToken cancellationToken, Action<int, int>? progress = null)
    {
        int judged = 0;
        foreach (ManifestFile file in manifests.Files)
        {
            ReportProblems(file);
        }

        foreach (ManifestFile file in shipped.Files)
        {
            ReportUnreadable(file, new Reporter(_found.Add, severityAt));
        }

        foreach (ManifestUnit unit in manifests.Units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Judge(unit, cancellationToken);
            progress?.Invoke(++judged, manifests.Units.Length);
        }

        return _found.ToLookup(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal);
    }

    private void ReportProblems(ManifestFile file)
    {
        var context = new Reporter(_found.Add, severityAt);
        ReportUnreadable(file, context);
        foreach ((Location? place, string text) in file.Suppressions.Unreadable)
        {
            context.Report(ManifestProblems.Suppression, place, text);
        }
    }

    private static void ReportUnreadable(ManifestFile file, Reporter context)
    {
        foreach (YamlProblem problem in file.Problems)
        {
            context.Report(
                ManifestProblems.Unreadable,
                problem.Location,
                problem.Message,
                problem.IsRepeatedKey ? "kubectl keeps the last one without a warning, and other readers refuse the file"
                    : problem.IsFault ? "kubectl may be able to read it, but Holdfast checks nothing after this place"
                    : "kubectl refuses the file, and Holdfast checks nothing after this place");
        }
    }

    private void Judge(ManifestUnit unit, CancellationToken cancellationToken)
    {
        var context = new Reporter(Report, severityAt);

        // Of a patch, what it makes of the object counts.
        ImmutableArray<MappingNode> parts = [.. unit.Objects.Where(node => ManifestObjects.IsObject(node) && !ManifestObjects.IsPatch(node) && !ManifestObjects.IsComplete(node, unit.HasPatches)).Distinct()];
        ImmutableArray<MappingNode> objects = unit.IsUnknown ? [] : unit.Complete;
        if (objects.IsEmpty && parts.IsEmpty)
        {
            return;
        }

        KubernetesTarget target = targetOf(objects.Concat(parts));
        ImmutableArray<PodNameUse> uses = names.Judge(objects, context);
        if (!unit.HasOpenParts)
        {
            Check(unit.Index, Report);
            return;
        }

        HashSet<(string, Location, string)> found = [];
        Check(new ObjectIndex([.. objects.Select(static node => (MappingNode)OpenParts.With(node))]), diagnostic => found.Add(Key(diagnostic)));
        Check(new ObjectIndex([.. objects.Select(static node => (MappingNode)OpenParts.Without(node))]), diagnostic =>
        {
            if (found.Contains(Key(diagnostic)))
            {
                Report(diagnostic);
            }
        });

        // A field that is missing may be reported in one way and one too many in another.
        static (string Id, Location Location, string Message) Key(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(CultureInfo.InvariantCulture));

        void Check(ObjectIndex declared, Action<Diagnostic> report) => RuleCatalog.Check(
            new ManifestSet(declared, manifests.Beside(unit, _others), uses)
            {
                Parts = parts,
                Kubernetes = target,
                IsOpen = isOpen || unit.IsChart,
                Shipped = shipped.OfFolder(unit.Directory),
                Alternatives = unit.Alternatives,
            },
            new RuleContext(report, objects.Concat(parts).First().Location ?? Location.None, FieldWords.Yaml, severityAt),
            cancellationToken);
    }

    private void Report(Diagnostic diagnostic)
    {
        if (diagnostic.Location.Kind == LocationKind.ExternalFile && _told.Add((diagnostic.Id, diagnostic.Location)))
        {
            _found.Add(diagnostic);
        }
    }
}
