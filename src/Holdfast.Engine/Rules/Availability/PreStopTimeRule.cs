using System.Globalization;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor PreStopTimeRule = new(
        id: "HF5013",
        title: "The preStop hook uses up the grace period",
        messageFormat: "The preStop hook of '{0}' takes {1} of the {2} seconds until the container is killed, so no time is left for the process to stop; set {3} or more",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5013"));
}

/// <summary>HF5013: a hook before the stop that takes all the time there is.</summary>
internal sealed class PreStopTimeRule() : PodOwnerRule(RuleDescriptors.PreStopTimeRule)
{
    /// <summary>What gives replicas more time to stop.</summary>
    internal static readonly ArgumentChange TimeToStop = new(AttributeNames.StatefulApp, "TerminationGracePeriodSeconds", "Give replicas {0} seconds to stop");

    public override ArgumentChange ArgumentFix => TimeToStop;

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? period = owner.PodSpec.At("terminationGracePeriodSeconds");
        long grace = PodDefaults.GracePeriodSeconds;
        if (owner.PodSpec is not MappingNode || (period is not null && !period.TryGetInteger(out grace)))
        {
            return;
        }

        foreach (MappingNode container in owner.RunningContainers)
        {
            ManifestNode? hook = container.At("lifecycle", "preStop");

            // A sleep that is longer than the grace period is refused, which another rule says; without any grace there are no hooks.
            if (grace > 0 && HookTime.Of(hook) is { } seconds && seconds >= grace && (seconds == grace || hook.At("sleep") is null))
            {
                long enough = HookTime.GracePeriodAfter(seconds);
                context.Report(this, (hook.At("sleep", "seconds") ?? hook.At("exec", "command"))?.Locations().FirstOrDefault(), new RuleFinding(
                    container["name"].TryGetString(out string? name) ? name : owner.DisplayName, seconds, grace, new FieldText("PodSpec", "terminationGracePeriodSeconds", enough.ToString(CultureInfo.InvariantCulture)))
                {
                    Properties = FixProperties.Replace(enough.ToString(CultureInfo.InvariantCulture)),
                });
            }
        }
    }
}
