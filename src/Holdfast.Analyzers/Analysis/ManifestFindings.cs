using System.Collections.Immutable;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Reading.Files;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Judges a project's manifests: what cannot be read of them, and what would break in the cluster.</summary>
internal static class ManifestFindings
{
    /// <summary>The findings by the path of the file that they are in.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="shipped">What was last released of them, and of what is declared in code.</param>
    /// <param name="declared">Objects that the project declares in code, which manifests may refer to.</param>
    /// <param name="uses">Where code relies on names of pods.</param>
    /// <param name="severities">What the user wants to be told.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static ILookup<string, Diagnostic> Of(
        ProjectManifests manifests,
        ShippedManifests shipped,
        ImmutableArray<MappingNode> declared,
        ImmutableArray<PodNameUse> uses,
        ManifestSeverities severities,
        CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (ManifestFile file in manifests.Files)
        {
            ReportProblems(file, severities, found.Add);
        }

        foreach (ManifestFile file in shipped.Files)
        {
            ReportUnreadable(file, ReadContext.ForFiles(found.Add, severities.At));
        }

        var declaredIndex = new ObjectIndex(declared);

        // A base that two directories build on is judged for each, and told once.
        var told = new HashSet<(string, Location)>();
        foreach (ManifestUnit unit in manifests.Units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Judge(unit, manifests, shipped, declaredIndex, uses, severities, Report, cancellationToken);
        }

        return found.ToLookup(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal);

        void Report(Diagnostic diagnostic)
        {
            if (diagnostic.Location.Kind == LocationKind.ExternalFile
                && told.Add((diagnostic.Id, diagnostic.Location)))
            {
                found.Add(diagnostic);
            }
        }
    }

    private static void ReportProblems(ManifestFile file, ManifestSeverities severities, Action<Diagnostic> report)
    {
        var context = ReadContext.ForFiles(report, severities.At);
        ReportUnreadable(file, context);
        foreach ((Location? place, string text) in file.Suppressions.Unreadable)
        {
            context.Report(ManifestProblems.Suppression, place, text);
        }

        foreach (MappingNode node in file.Objects)
        {
            if (file.Kind == ManifestFileKind.Objects && ManifestObjects.IsObject(node))
            {
                FieldCheck.Check(node, context);
            }
        }
    }

    private static void ReportUnreadable(ManifestFile file, ReadContext context)
    {
        foreach (Reading.Yaml.YamlProblem problem in file.Problems)
        {
            context.Report(ManifestProblems.Unreadable, problem.Location, problem.Message);
        }
    }

    private static void Judge(
        ManifestUnit unit,
        ProjectManifests manifests,
        ShippedManifests shipped,
        ObjectIndex declared,
        ImmutableArray<PodNameUse> uses,
        ManifestSeverities severities,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        ImmutableArray<MappingNode> objects = unit.Complete;
        if (unit.IsUnknown || objects.IsEmpty)
        {
            return;
        }

        RuleCatalog.Check(
            new ManifestSet(unit.Index, ObjectIndex.Of(manifests.Beside(unit).Select(static other => other.Index).Append(declared)), uses) { IsOpen = manifests.IsOpen, Shipped = shipped.OfFolder(unit.Directory) },
            new RuleContext(report, objects[0].Origin ?? Location.None, severities.At),
            cancellationToken);
    }
}
