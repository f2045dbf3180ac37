using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Storage;

/// <summary>HF3019: a volume that begins as a copy of something that cannot be found.</summary>
internal sealed class DataSourceRule : StatefulSetRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF3019",
        title: "A data source has no API group",
        messageFormat: "The claim template '{0}' copies a {1} without an API group, so the API server refuses the StatefulSet; {2}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Without an API group, a data source can only be a PersistentVolumeClaim.",
        helpLinkUri: HelpLink.For("HF3019"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode template in set.ClaimTemplates)
        {
            ManifestNode? source = template.At("spec", "dataSource");
            if (source.At("kind").TryGetString(out string? kind)
                && kind != ClaimView.Kind
                && source.At("apiGroup") is null or ScalarNode { Text: "" } or ScalarNode { Kind: ScalarKind.Null })
            {
                string name = template.At("metadata", "name").TryGetString(out string? text) ? text : "?";
                context.Report(this, source.At("kind")!.Origin, new RuleFinding(
                    name,
                    kind,
                    kind == "VolumeSnapshot" ? "that of snapshots is snapshot.storage.k8s.io" : "name that of its kind"));
            }
        }
    }
}
