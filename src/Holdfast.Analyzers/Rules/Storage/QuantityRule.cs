using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Storage;

/// <summary>HF3008: an amount of storage, memory or cpu that is no quantity, or cannot be meant.</summary>
internal sealed class QuantityRule : Rule
{
    private const string Cpu = "cpu";

    private const string Storage = "storage";

    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF3008",
        title: "A quantity does not parse or cannot be meant",
        messageFormat: "'{0}' {1}; {2}",
        category: RuleCategories.Storage,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Kubernetes' quantities are digits and one of the suffixes Ki Mi Gi Ti Pi Ei (powers of 1024), k M G T P E (powers of 1000) or, for cpu, m (thousandths).",
        helpLinkUri: HelpLink.For("HF3008"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ClaimSpec claim in ClaimSpec.In(manifests))
        {
            CheckResources(claim.Spec.At("resources"), context);
        }

        foreach (WorkloadView workload in manifests.Workloads)
        {
            Check(workload, context);
        }

        foreach (MappingNode metric in manifests.Autoscalers.SelectMany(static autoscaler => autoscaler.Metrics))
        {
            CheckTarget(metric, context);
        }
    }

    private void Check(WorkloadView workload, RuleContext context)
    {
        foreach (MappingNode volume in workload.Volumes)
        {
            CheckAmount(Storage, volume.At("emptyDir", "sizeLimit"), context);
        }

        CheckResources(workload.PodSpec.At("resources"), context);
        foreach (MappingNode container in workload.Containers)
        {
            CheckResources(container["resources"], context);
        }
    }

    private void CheckTarget(MappingNode metric, RuleContext context)
    {
        // What is no resource has no name of one, and counts in parts like cpu.
        string resource = metric["name"].TryGetString(out string? name) ? name : Cpu;
        foreach (ManifestNode? amount in new[] { metric.At("target", "averageValue"), metric.At("target", "value") })
        {
            if (amount is not ScalarNode { Kind: ScalarKind.String or ScalarKind.Integer or ScalarKind.Float } scalar)
            {
                continue;
            }

            if (Quantity.TryParse(scalar.Text, out Quantity quantity) && !quantity.IsPositive)
            {
                context.Report(this, scalar.Origin, new RuleFinding(
                    scalar.Text,
                    "is nothing to aim at, so the API server refuses the object",
                    metric["name"] is null ? "use a number above 0" : Advice(resource, null)));
            }
            else
            {
                CheckAmount(resource, scalar, context);
            }
        }
    }

    private void CheckResources(ManifestNode? resources, RuleContext context)
    {
        CheckAmounts(resources.At("requests"), context);
        CheckAmounts(resources.At("limits"), context);
    }

    private void CheckAmounts(ManifestNode? amounts, RuleContext context)
    {
        if (amounts is not MappingNode mapping)
        {
            return;
        }

        foreach (MappingEntry entry in mapping.Entries)
        {
            CheckAmount(entry.Key, entry.Value, context);
        }
    }

    private void CheckAmount(string resource, ManifestNode? amount, RuleContext context)
    {
        // Attributes take texts; YAML may have numbers, and null where somebody forgot one.
        if (amount is not ScalarNode { Kind: ScalarKind.String or ScalarKind.Integer or ScalarKind.Float or ScalarKind.Null } scalar)
        {
            return;
        }

        // A null of processors or memory is 0, which the API server takes (1.36.2).
        if (scalar.Kind == ScalarKind.Null && resource != Storage)
        {
            return;
        }

        // The API server leaves blanks around it out.
        string text = scalar.Text.Trim();
        if ((scalar.Kind == ScalarKind.Null ? "is 0 to the API server, which takes it" : Problem(resource, text)) is { } problem)
        {
            string? suggestion = Suggest(resource, text);
            context.Report(this, scalar.Origin, new RuleFinding(text, problem, Advice(resource, suggestion))
            {
                Properties = FixProperties.Replace(suggestion),
            });
        }
    }

    private static string? Problem(string resource, string text)
    {
        if (!Quantity.TryParse(text, out Quantity quantity))
        {
            return "is no quantity, so the API server refuses the object";
        }

        if (quantity.IsNegative || (resource == Storage && !quantity.IsPositive))
        {
            return resource == Storage
                ? "asks for no storage, so the API server refuses the object"
                : "is negative, so the API server refuses the object";
        }

        return resource != Cpu && !quantity.IsWhole
            ? "is a fraction of a byte: the API server takes it, and what you get is next to nothing"
            : null;
    }

    private static string? Suggest(string resource, string text)
    {
        if (resource != Cpu)
        {
            return Quantity.Suggest(text);
        }

        string compact = text.Trim().Replace(" ", string.Empty).Replace(',', '.');
        return compact != text && Quantity.TryParse(compact, out Quantity cpu) && cpu.IsPositive ? compact : null;
    }

    private static string Advice(string resource, string? suggestion)
    {
        if (suggestion is not null)
        {
            return $"write '{suggestion}'";
        }

        return resource == Cpu
            ? "write cores ('2') or thousandths of a core ('500m')"
            : "write digits and one of Ki, Mi, Gi, Ti, such as '10Gi'";
    }
}
