using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor HeapLimitRule = new(
        id: "HF6019",
        title: "A Java heap is as large as the memory limit",
        messageFormat: "'{0}' lets the Java heap grow with '{1}' up to the memory limit {2} or beyond, and Java needs more than its heap, so the container is killed under load (OOMKilled); {3}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6019"));
}

/// <summary>HF6019: a Java heap that fills the memory of its container.</summary>
internal sealed class HeapLimitRule() : PodOwnerRule(RuleDescriptors.HeapLimitRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.Containers)
        {
            if (container.At("resources", "limits", "memory") is not ScalarNode memory || !Quantity.TryParse(memory.Text, out Quantity limit) || !limit.IsPositive)
            {
                continue;
            }

            foreach (ScalarNode text in DeclaredText.OfContainer(container))
            {
                if ((HeapSize.In(text.Text) is { } heap && heap.Size.CompareTo(limit) >= 0 ? heap.Option : HeapSize.WholeMemoryIn(text.Text)) is { } option)
                {
                    Report(text, option);
                }
            }

            // Solr's start script makes options of Java of it.
            foreach (MappingNode variable in container["env"].Mappings().Where(static variable => variable["name"].Is("SOLR_HEAP")))
            {
                if (variable["value"] is ScalarNode value && HeapSize.Of(value.Text) is { } size && size.CompareTo(limit) >= 0)
                {
                    Report(value, "SOLR_HEAP=" + value.Text);
                }
            }

            void Report(ScalarNode text, string option) => context.Report(this, text.Location, new RuleFinding(
                container["name"].TryGetString(out string? name) ? name : owner.DisplayName,
                option,
                memory.Text,
                Phrase.Of($"allow the heap about three quarters of the limit, or raise `ResourceRequirements.limits`")));
        }
    }
}
