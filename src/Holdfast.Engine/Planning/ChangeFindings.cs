using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Planning;

/// <summary>What rules say about a change: those that compare releases, and the errors that were not there before.</summary>
internal static class ChangeFindings
{
    /// <param name="before">What was applied.</param>
    /// <param name="after">What would be applied.</param>
    /// <param name="kubernetes">The versions of Kubernetes that the objects are for.</param>
    /// <param name="isOpen">Whether more objects are applied than are known.</param>
    /// <param name="severityAt">What the user wants reported of a rule at a place; null where there is no such wish.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ImmutableArray<Diagnostic> Of(ImmutableArray<MappingNode> before, ImmutableArray<MappingNode> after, KubernetesTarget kubernetes, bool isOpen, Func<string, Location, ReportDiagnostic?>? severityAt, CancellationToken cancellationToken)
    {
        ImmutableArray<Diagnostic> found = Check(after, new ShippedObjects(before), kubernetes, isOpen, severityAt, cancellationToken);
        HashSet<(string, string)> earlier = [.. Check(before, ShippedObjects.None, kubernetes, isOpen, severityAt, cancellationToken).Select(Key)];
        return
        [
            .. found.Where(diagnostic => diagnostic.Descriptor.Category == RuleCategories.Upgrades
                ? diagnostic.Severity > DiagnosticSeverity.Info
                : diagnostic.Severity == DiagnosticSeverity.Error && !earlier.Contains(Key(diagnostic))),
        ];
    }

    /// <summary>Objects with parts that are not known are judged with and without them; what is found both times is true whatever is there.</summary>
    private static ImmutableArray<Diagnostic> Check(ImmutableArray<MappingNode> objects, ShippedObjects shipped, KubernetesTarget kubernetes, bool isOpen, Func<string, Location, ReportDiagnostic?>? severityAt, CancellationToken cancellationToken)
    {
        if (!objects.Any(OpenParts.AreIn))
        {
            return Run(objects);
        }

        HashSet<(string, Location, string)> found = [.. Run([.. objects.Select(static node => (MappingNode)OpenParts.With(node))]).Select(PlacedKey)];
        return [.. Run([.. objects.Select(static node => (MappingNode)OpenParts.Without(node))]).Where(diagnostic => found.Contains(PlacedKey(diagnostic)))];

        ImmutableArray<Diagnostic> Run(ImmutableArray<MappingNode> judged)
        {
            ImmutableArray<Diagnostic>.Builder reported = ImmutableArray.CreateBuilder<Diagnostic>();
            if (!judged.IsEmpty)
            {
                var set = new ManifestSet(judged, [], []) { Shipped = shipped, Kubernetes = kubernetes, IsOpen = isOpen };
                RuleCatalog.Check(set, new RuleContext(reported.Add, judged[0].Location ?? Location.None, FieldWords.Yaml, severityAt), cancellationToken);
            }

            return reported.ToImmutable();
        }
    }

    private static (string, Location, string) PlacedKey(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    private static (string, string) Key(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
}
