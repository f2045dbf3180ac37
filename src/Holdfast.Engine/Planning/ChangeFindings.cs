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

    private static ImmutableArray<Diagnostic> Check(ImmutableArray<MappingNode> objects, ShippedObjects shipped, KubernetesTarget kubernetes, bool isOpen, Func<string, Location, ReportDiagnostic?>? severityAt, CancellationToken cancellationToken)
    {
        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (!objects.IsEmpty)
        {
            var set = new ManifestSet(objects, [], []) { Shipped = shipped, Kubernetes = kubernetes, IsOpen = isOpen };
            RuleCatalog.Check(set, new RuleContext(found.Add, objects[0].Location ?? Location.None, FieldWords.Yaml, severityAt), cancellationToken);
        }

        return found.ToImmutable();
    }

    private static (string, string) Key(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
}
