using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ScaledRetentionRule = new(
        id: "HF3011",
        title: "Scaling down destroys data",
        messageFormat: "Scaling '{0}' down deletes the PersistentVolumeClaims of the removed replicas: their data is lost even if it is scaled up again at once, and a replica that returns is empty; set {1}, and delete claims by hand",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3011"),
        customTags: Fixes.ReplaceEnumMember);
}

/// <summary>HF3011: scaling down deletes claims.</summary>
internal sealed class ScaledRetentionRule() : StatefulSetRule(RuleDescriptors.ScaledRetentionRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? when = set.Node.At("spec", "persistentVolumeClaimRetentionPolicy", "whenScaled");
        if (when.TryGetString(out string? action) && action == "Delete" && set.ClaimTemplates.Any())
        {
            context.Report(this, when!.Location, new RuleFinding(set.DisplayName, new FieldText("StatefulSetPersistentVolumeClaimRetentionPolicy", "whenScaled", "Retain")) { Properties = FixProperties.Replace("Retain") });
        }
    }
}
