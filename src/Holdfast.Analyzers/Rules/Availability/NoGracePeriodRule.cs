using System.Globalization;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>HF5012: pods that are killed at once.</summary>
internal sealed class NoGracePeriodRule : WorkloadRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF5012",
        title: "Pods are killed without time to stop",
        messageFormat: "The pods of '{0}' are killed at once when they are deleted, without a signal to stop, and a successor may start while the old one still runs, so two have the same identity; leave the grace period out, or give them the time they need",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5012"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? grace = workload.PodSpec.At("terminationGracePeriodSeconds");
        if (grace.TryGetInteger(out long seconds) && seconds == 0)
        {
            // The default is too short where a hook takes it all.
            long hook = workload.RunningContainers.Max(static container => HookTime.Of(container.At("lifecycle", "preStop"))) ?? 0;
            string? enough = hook is < PodDefaults.GracePeriodSeconds or > int.MaxValue ? null : HookTime.GracePeriodAfter(hook).ToString(CultureInfo.InvariantCulture);
            context.Report(this, grace!.Origin, new RuleFinding(workload.DisplayName) { Properties = FixProperties.Replace(enough) });
        }
    }
}
