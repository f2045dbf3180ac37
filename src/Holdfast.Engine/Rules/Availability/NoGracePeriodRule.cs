using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NoGracePeriodRule = new(
        id: "HF5012",
        title: "Pods are killed without time to stop",
        messageFormat: "The pods of '{0}' are killed without a stop signal when they are deleted, {2}; remove {1}, or set the time that they need",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5012"));
}

/// <summary>HF5012: pods that are killed at once.</summary>
internal sealed class NoGracePeriodRule() : WorkloadRule(RuleDescriptors.NoGracePeriodRule)
{
    private const string Identity = "and a replacement may start while the old pod still runs, so two pods have the same identity";

    /// <summary>Pods of a Deployment have random names.</summary>
    private const string Work = "so what they do at that moment is lost, and they may still run beside their replacements";

    public override ArgumentChange ArgumentFix { get; } = new(PreStopTimeRule.TimeToStop.Attribute, PreStopTimeRule.TimeToStop.Argument, "Give replicas the default time to stop")
    {
        IsRemoved = true,
        TitleOfValue = PreStopTimeRule.TimeToStop.Title,
    };

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? grace = workload.PodSpec.At("terminationGracePeriodSeconds");
        if (grace.TryGetInteger(out long seconds) && seconds == 0)
        {
            // The default is too short where a hook takes it all.
            long hook = workload.RunningContainers.Max(static container => HookTime.Of(container.At("lifecycle", "preStop"))) ?? 0;
            string? enough = hook is < PodDefaults.GracePeriodSeconds or > int.MaxValue ? null : HookTime.GracePeriodAfter(hook).ToString(CultureInfo.InvariantCulture);
            context.Report(this, grace!.Location, new RuleFinding(workload.DisplayName, new FieldText("PodSpec", "terminationGracePeriodSeconds"), workload is StatefulSetView ? Identity : Work) { Properties = FixProperties.Replace(enough) });
        }
    }
}
