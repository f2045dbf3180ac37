using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules;

/// <summary>Takes what rules find and sees to it that one place is told one thing once.</summary>
internal sealed class RuleContext(Action<Diagnostic> report, Location fallback)
{
    private readonly HashSet<(string Id, Location Location)> _seen = [];

    /// <param name="rule">The rule that found something.</param>
    /// <param name="location">The place at fault; where nobody wrote it, the declaration as a whole is.</param>
    /// <param name="finding">What was found.</param>
    public void Report(Rule rule, Location? location, RuleFinding finding)
    {
        Location place = location ?? fallback;
        if (!_seen.Add((rule.Descriptor.Id, place)))
        {
            return;
        }

        report(Diagnostic.Create(
            rule.Descriptor,
            place,
            finding.Severity ?? rule.Descriptor.DefaultSeverity,
            finding.AdditionalLocations,
            finding.Properties,
            finding.Arguments));
    }
}
