using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Identity;

/// <summary>
/// A set without a good governing Service runs; it breaks what relies on its pods' names. So each such use is a finding:
/// at the set's own service name where the declaration itself relies on them, else at the use.
/// </summary>
internal static class GoverningServiceUses
{
    public static void Report(
        Rule rule,
        StatefulSetView set,
        ManifestSet manifests,
        RuleContext context,
        Func<string, RuleFinding> find)
    {
        foreach (PodNameUse use in manifests.PodNameUses)
        {
            if (use.SetName != set.DisplayName)
            {
                continue;
            }

            RuleFinding finding = find(use.Description);
            Location? declaration = set.ServiceName?.Origin;
            context.Report(rule, use.Origin ?? declaration, use.Origin is null || declaration is null ? finding : new RuleFinding(finding.Arguments)
            {
                Properties = finding.Properties,
                AdditionalLocations = [declaration],
            });
        }
    }
}
