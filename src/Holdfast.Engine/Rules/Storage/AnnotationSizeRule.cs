using System.Text;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor AnnotationSizeRule = new(
        id: "HF3017",
        title: "Annotations are too long for the API server",
        messageFormat: "The {0} of the {1} '{2}' have {3} bytes, above the limit of {4}, so the API server refuses it; put long texts in a ConfigMap",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF3017"));
}

/// <summary>HF3017: annotations that are longer than the API server takes.</summary>
internal sealed class AnnotationSizeRule() : Rule(RuleDescriptors.AnnotationSizeRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared)
        {
            Sum(node, node.At("metadata", "annotations"), "annotations");
            Sum(node, node.At("spec", "template", "metadata", "annotations"), "pods' annotations");
        }

        void Sum(MappingNode node, ManifestNode? texts, string what)
        {
            long bytes = 0;
            MappingEntry? last = null;
            foreach (MappingEntry entry in (texts as MappingNode)?.Entries ?? default)
            {
                bytes += Encoding.UTF8.GetByteCount(entry.Key) + Encoding.UTF8.GetByteCount((entry.Value as ScalarNode)?.Text ?? string.Empty);
                last = entry;
            }

            if (bytes > KubernetesLimits.AnnotationBytes)
            {
                string name = node.At("metadata", "name").TryGetString(out string? text) ? text : "?";
                context.Report(this, last?.KeyLocation ?? last?.Value.Location, new RuleFinding(what, ObjectView.KindOf(node), name, bytes, KubernetesLimits.AnnotationBytes));
            }
        }
    }
}
