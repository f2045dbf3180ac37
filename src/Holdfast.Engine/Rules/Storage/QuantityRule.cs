using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Storage;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor QuantityRule = new(
        id: "HF3008",
        title: "A quantity is invalid or cannot be intended",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Kubernetes' quantities are digits and one of the suffixes Ki Mi Gi Ti Pi Ei (powers of 1024), k M G T P E (powers of 1000) or, for cpu, m (thousandths).",
        helpLinkUri: HelpLink.For("HF3008"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF3008: an amount of storage, memory or cpu that does not parse, or cannot be meant.</summary>
internal sealed class QuantityRule() : ConstraintRule(RuleDescriptors.QuantityRule)
{
    private const string Cpu = "cpu";

    private const string Storage = "storage";

    /// <summary>Bytes cannot be split; the API server takes a fraction and rounds it up (1.36).</summary>
    protected override void CheckFurther(ManifestSet manifests, RuleContext context)
    {
        foreach (ClaimSpec claim in ClaimSpec.In(manifests))
        {
            CheckResources(claim.Spec.At("resources"));
        }

        foreach (PodOwnerView workload in new ListedViews<PodOwnerView>(manifests.PodOwners))
        {
            foreach (MappingNode volume in workload.Volumes)
            {
                CheckAmount(Storage, volume.At("emptyDir", "sizeLimit"));
            }

            CheckResources(workload.PodSpec.At("resources"));
            foreach (MappingNode container in workload.Containers)
            {
                CheckResources(container["resources"]);
            }
        }

        // What is not a resource has no name of one, and counts in parts like cpu.
        foreach (MappingNode metric in manifests.Autoscalers.SelectMany(static autoscaler => autoscaler.Metrics))
        {
            string resource = metric["name"].TryGetString(out string? name) ? name : Cpu;
            CheckAmount(resource, metric.At("target", "averageValue"));
            CheckAmount(resource, metric.At("target", "value"));
        }

        void CheckResources(ManifestNode? resources)
        {
            CheckAmounts(resources.At("requests"));
            CheckAmounts(resources.At("limits"));
        }

        void CheckAmounts(ManifestNode? amounts)
        {
            if (amounts is MappingNode mapping)
            {
                foreach (MappingEntry entry in mapping.Entries)
                {
                    CheckAmount(entry.Key, entry.Value);
                }
            }
        }

        void CheckAmount(string resource, ManifestNode? amount)
        {
            if (resource != Cpu && amount is ScalarNode scalar && Quantity.TryParse(scalar.Text.Trim(), out Quantity quantity) && !quantity.IsWhole && !quantity.IsNegative)
            {
                string? suggestion = Quantity.Suggest(scalar.Text.Trim());
                context.Report(this, scalar.Location, new RuleFinding(
                    $"'{scalar.Text.Trim()}' is a fraction of a byte",
                    "the API server accepts it and rounds it up to whole bytes",
                    suggestion is null ? "write digits and one of Ki, Mi, Gi, Ti, such as '10Gi'" : $"write '{suggestion}'")
                {
                    Properties = FixProperties.Replace(suggestion),
                });
            }
        }
    }
}
