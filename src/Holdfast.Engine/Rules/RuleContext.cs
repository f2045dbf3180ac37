using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>Takes what rules find and sees to it that one thing is reported once at one place.</summary>
/// <param name="report">Takes the findings.</param>
/// <param name="fallback">Where a finding goes that has no place.</param>
/// <param name="words">Those of the reader that the objects are from.</param>
/// <param name="severityAt">
/// What the user asks for at a place that the compiler's own settings do not reach, which is every file that is not a source;
/// null where there is no such wish.
/// </param>
/// <param name="isShown">Whether a finding of a severity may be shown; what is not is not even put into words. Null where all are.</param>
internal sealed class RuleContext(
    Action<Diagnostic> report,
    Location fallback,
    FieldWords words,
    Func<string, Location, ReportDiagnostic?>? severityAt = null,
    Func<DiagnosticDescriptor, DiagnosticSeverity, Location, bool>? isShown = null)
{
    private readonly HashSet<FindingPlace> _seen = [];

    private List<Lack>? _lacks;

    /// <summary>Whether the objects are those of types with attributes.</summary>
    public bool IsOfTypes => words is AttributeWords;

    /// <summary>What objects lack that has not been reported by itself, by the object, in the order of the rules.</summary>
    public IEnumerable<(PodOwnerView Owner, object[] Lacks)> Lacks => _lacks is null ? [] : Together(_lacks);

    private static IEnumerable<(PodOwnerView Owner, object[] Lacks)> Together(List<Lack> lacks) => lacks
        .GroupBy(static lack => lack.Of.Node, static (_, lacks) => lacks.ToArray(), NodeComparer.Instance)
        .Select(static lacks => (lacks[0].Of, lacks.Select(static lack => lack.What).ToArray()));

    /// <param name="rule">The rule that found something.</param>
    /// <param name="location">The place at fault; the declaration as a whole where it is not written.</param>
    /// <param name="finding">What was found.</param>
    public void Report(Rule rule, Location? location, RuleFinding finding)
    {
        Location place = location ?? fallback;
        if (!_seen.Add(new FindingPlace(rule.Descriptor.Id, place)))
        {
            return;
        }

        DiagnosticSeverity severity = finding.Severity ?? rule.Descriptor.DefaultSeverity;
        ReportDiagnostic? asked = severityAt?.Invoke(rule.Descriptor.Id, place);
        if (finding.Lack is { } lack && !IsOfTypes && asked is null)
        {
            severity = DiagnosticSeverity.Hidden;
            (_lacks ??= []).Add(lack);
        }

        if (asked is { } wish)
        {
            if (wish == ReportDiagnostic.Suppress)
            {
                return;
            }

            severity = wish.ToSeverity() ?? severity;
        }

        if (isShown?.Invoke(rule.Descriptor, severity, place) == false)
        {
            return;
        }

        FieldWords own = words.At(place);
        var arguments = new object?[finding.Arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Phrase.In(finding.Arguments[i], own);
        }

        report(Diagnostic.Create(
            rule.Descriptor,
            place,
            severity,
            finding.AdditionalLocations,
            finding.Properties,
            arguments));
    }

    /// <summary>Objects that are alike are still two.</summary>
    private sealed class NodeComparer : IEqualityComparer<MappingNode>
    {
        public static NodeComparer Instance { get; } = new();

        public bool Equals(MappingNode x, MappingNode y) => ReferenceEquals(x, y);

        public int GetHashCode(MappingNode node) => RuntimeHelpers.GetHashCode(node);
    }
}
