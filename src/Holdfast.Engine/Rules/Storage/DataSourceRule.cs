using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor DataSourceRule = new(
        id: "HF3019",
        title: "A data source has no API group",
        messageFormat: "The {0} '{1}' copies an object of kind {2} without an API group, so the API server refuses the {3}; {4}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Without an API group, a data source can only be a PersistentVolumeClaim.",
        helpLinkUri: HelpLink.For("HF3019"));
}

/// <summary>HF3019: a volume that begins as a copy of something that cannot be found.</summary>
internal sealed class DataSourceRule() : Rule(RuleDescriptors.DataSourceRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ClaimSpec claim in ClaimSpec.In(manifests))
        {
            Check(claim, claim.Spec.At("dataSource"));
            Check(claim, claim.Spec.At("dataSourceRef"));
        }

        void Check(ClaimSpec claim, ManifestNode? source)
        {
            if (source.At("kind").TryGetString(out string? kind)
                && kind != ClaimView.Kind

                // Without the gate for other namespaces, the API server drops such a source of a claim, and looks at it in a template (1.36).
                && (claim.IsTemplate || source.At("namespace").IsAbsent())
                && source.At("apiGroup") is null or ScalarNode { Text: "" } or ScalarNode { Kind: ScalarKind.Null })
            {
                context.Report(this, source.At("kind")!.Location, new RuleFinding(
                    claim.IsTemplate ? "claim template" : "claim",
                    claim.Name,
                    kind,
                    ObjectView.KindOf(claim.Owner.Node),
                    kind == "VolumeSnapshot" ? Phrase.Of($"set `TypedLocalObjectReference.apiGroup: snapshot.storage.k8s.io`") : Phrase.Of($"set `TypedLocalObjectReference.apiGroup` to the group of {kind}")));
            }
        }
    }
}
