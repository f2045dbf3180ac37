using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Upgrades;

/// <summary>HF4005: settings of a rolling update that are refused, or that keep every member at the old template.</summary>
internal sealed class UpdateStrategyRule : StatefulSetRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF4005",
        title: "The update strategy contradicts itself or updates nobody",
        messageFormat: "{0}",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF4005"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? partition = set.Node.At("spec", "updateStrategy", "rollingUpdate", "partition");
        if (!partition.TryGetInteger(out long places))
        {
            return;
        }

        if (set.Node.At("spec", "updateStrategy", "type").TryGetString(out string? type) && type == "OnDelete")
        {
            context.Report(this, partition!.Origin, new RuleFinding(
                $"'{set.DisplayName}' is updated OnDelete and has a partition of rolling updates, so the API server refuses the StatefulSet; leave one of the two out"));
        }
        else if (places > 0 && set.Replicas is { } replicas && places >= replicas)
        {
            // Somebody who rolls a change out by hand begins like this.
            context.Report(this, partition!.Origin, new RuleFinding(
                $"A partition of {places} leaves all {replicas} members of '{set.DisplayName}' at the old template, so no update ever reaches one; use a partition below {replicas}")
            {
                Severity = DiagnosticSeverity.Warning,
            });
        }
    }
}
