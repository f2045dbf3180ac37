using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor RenamedSetRule = new(
        id: "HF4002",
        title: "A StatefulSet has another name than in the last release",
        messageFormat: "'{0}' seems to be '{1}' of the last release: it gets new pods{2}, and those of '{1}' stay until you delete them; keep the name, or move the data and ship that",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Pods and claims are named after their StatefulSet, and neither can be renamed.",
        helpLinkUri: HelpLink.For("HF4002"),
        customTags: [WellKnownDiagnosticTags.CompilationEnd, Fixes.ReplaceText]);
}

/// <summary>HF4002: a set of the last release is gone, and a new one that is much like it has come.</summary>
internal sealed class RenamedSetRule() : ShippedRule(RuleDescriptors.RenamedSetRule)
{
    /// <summary>Only all declarations together say that a set is gone.</summary>
    public override bool LooksAcross => true;

    protected override void CheckShipped(ManifestSet manifests, RuleContext context)
    {
        if (manifests.KnownWorkloads.Any(static workload => workload is StatefulSetView && !workload.Name.TryGetString(out _)))
        {
            return;
        }

        var known = new HashSet<string>(manifests.KnownWorkloads.OfType<StatefulSetView>().Select(static set => set.DisplayName), StringComparer.Ordinal);
        var gone = new Dictionary<string, StatefulSetView>(StringComparer.Ordinal);
        var shipped = new HashSet<string>(StringComparer.Ordinal);
        foreach (StatefulSetView before in manifests.Shipped.StatefulSets)
        {
            shipped.Add(before.DisplayName);
            if (!known.Contains(before.DisplayName))
            {
                gone[before.DisplayName] = before;
            }
        }

        foreach (StatefulSetView set in manifests.StatefulSets.Where(set => !shipped.Contains(set.DisplayName)))
        {
            StatefulSetView[] candidates = [.. gone.Values.Where(before => !before.IsApartFrom(set))];
            if (Earlier(set, candidates) is not { } before)
            {
                continue;
            }

            gone.Remove(before.DisplayName);
            context.Report(this, set.Name?.Location, new RuleFinding(set.DisplayName, before.DisplayName, set.ClaimTemplates.Any() ? " and empty claims" : string.Empty)
            {
                Properties = FixProperties.Replace(before.DisplayName),
            });
        }
    }

    /// <summary>The set with nearly the same name, or else the only one that is gone and runs the same image.</summary>
    private static StatefulSetView? Earlier(StatefulSetView set, StatefulSetView[] gone)
    {
        string? nearest = NearestName.Find(set.DisplayName, gone.Select(static before => before.DisplayName));
        return gone.FirstOrDefault(before => before.DisplayName == nearest)
            ?? (gone is [var only] && ImageOf(set) is { } image && image == ImageOf(only) ? only : null);
    }

    private static string? ImageOf(StatefulSetView set) =>
        set.Containers.FirstOrDefault()?["image"].TryGetString(out string? image) == true && ImageReference.TryParse(image, out ImageReference? reference)
            ? reference.Repository
            : null;
}
