using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>
/// A set without a good governing Service runs; it breaks what relies on its pods' names. So each such use is a finding:
/// at the set's own service name where the declaration itself relies on them, else at the use. What is always a mistake
/// is a finding even where no use is known.
/// </summary>
internal static class GoverningServiceUses
{
    public static void Report(
        Rule rule,
        StatefulSetView set,
        ManifestSet manifests,
        RuleContext context,
        Func<string, RuleFinding> find,
        bool isNeverMeant)
    {
        Location? declaration = set.ServiceName?.Location;
        PodNameUse[] uses = [.. manifests.PodNameUses.Where(use => use.SetName == set.DisplayName)];
        if (uses.Length == 0 && isNeverMeant && set.ServiceName.TryGetString(out string? service))
        {
            context.Report(rule, declaration, find($"'{KubernetesNames.PodHost(KubernetesNames.Pod(set.DisplayName, 0), service, null, null)}'"));
        }

        foreach (PodNameUse use in uses)
        {
            RuleFinding finding = find(use.Description);
            context.Report(rule, use.Location ?? declaration, use.Location is null || declaration is null ? finding : new RuleFinding(finding.Arguments)
            {
                Properties = finding.Properties,
                AdditionalLocations = [declaration],
            });
        }
    }
}
