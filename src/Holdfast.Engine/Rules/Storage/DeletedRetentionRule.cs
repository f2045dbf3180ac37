using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor DeletedRetentionRule = new(
        id: "HF3012",
        title: "Deleting the StatefulSet destroys data",
        messageFormat: "Deleting '{0}' deletes all of its PersistentVolumeClaims, even if it is deleted only to be recreated; set {1}, and delete claims by hand",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3012"),
        customTags: Fixes.ReplaceEnumMember);
}

/// <summary>HF3012: deleting the set deletes claims.</summary>
internal sealed class DeletedRetentionRule() : StatefulSetRule(RuleDescriptors.DeletedRetentionRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? when = set.Node.At("spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted");
        if (when.TryGetString(out string? action) && action == "Delete" && set.ClaimTemplates.Any())
        {
            context.Report(this, when!.Location, new RuleFinding(set.DisplayName, new FieldText("StatefulSetPersistentVolumeClaimRetentionPolicy", "whenDeleted", "Retain")) { Properties = FixProperties.Replace("Retain") });
        }
    }
}
