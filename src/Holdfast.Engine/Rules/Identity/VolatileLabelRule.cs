using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor VolatileLabelRule = new(
        id: "HF1010",
        title: "A label that changes is in a field that cannot change",
        messageFormat: "The label '{0}' of {1} '{2}' changes with releases and settings, but {3} cannot be changed, so a later apply fails (Forbidden); set it only on the pods and on the object itself",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A workload's selector and all of a claim template, its labels included, are immutable.",
        helpLinkUri: HelpLink.For("HF1010"),
        customTags: Fixes.RemoveClaimLabel);
}

/// <summary>HF1010: what changes with every release is where nothing can ever change.</summary>
internal sealed class VolatileLabelRule() : PodOwnerRule(RuleDescriptors.VolatileLabelRule)
{
    /// <summary>Names of labels, without their prefix, that say which build or setting it is.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "version", "chart", "release-version", "app-version", "chart-version", "commit", "commit-sha", "git-commit", "git-sha", "sha", "build", "build-id", "build-number", "tag", "image-tag",
    };

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        // That of a ReplicationController can be changed.
        if (owner.KindName != PodOwnerView.ReplicationController)
        {
            Labels(owner.MatchLabels, "the selector of", owner.DisplayName, "a selector", isClaim: false);
        }

        foreach (MappingNode template in owner.ClaimTemplates)
        {
            string name = template.At("metadata", "name").TryGetString(out string? text) ? text : owner.DisplayName;
            Labels(template.At("metadata", "labels"), "the claim template", name, "a claim template", isClaim: true);
        }

        void Labels(ManifestNode? labels, string where, string name, string what, bool isClaim)
        {
            foreach (MappingEntry label in (labels as MappingNode)?.Entries ?? default)
            {
                if (IsVolatile(label) || (isClaim && IsSetting(label) && owner.PodLabels.At(label.Key) is null))
                {
                    context.Report(this, label.KeyLocation ?? label.Value.Location, new RuleFinding(label.Key, where, name, what));
                }
            }
        }
    }

    private static bool IsVolatile(MappingEntry label)
    {
        string name = label.Key.Substring(label.Key.IndexOf('/') + 1);
        return Names.Contains(name) || (label.Value.TryGetString(out string? value) && IsCommit(value));
    }

    /// <summary>A label that is on or off: on pods it says what they are members of, on claims alone it is a setting, such as of backups.</summary>
    private static bool IsSetting(MappingEntry label) => label.Value.TryGetString(out string? value) && value is "true" or "false";

    /// <summary>A whole hash of git; shorter texts might be words.</summary>
    private static bool IsCommit(string value) =>
        value.Length == 40 && value.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
