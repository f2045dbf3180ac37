using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor PodVariableRule = new(
        id: "HF9027",
        title: "A variable that PodIdentity reads has another value",
        messageFormat: "PodIdentity reads {1} from the variable '{0}', but here it has another value, so the code of '{2}' fails or gets the identity of another pod; rename the variable, or set it from the field {3}",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9027"));
}

/// <summary>HF9027: a variable by which running code learns who its pod is says something else.</summary>
internal sealed class PodVariableRule() : WorkloadRule(RuleDescriptors.PodVariableRule)
{
    private static readonly Variable[] Variables =
    [
        new(PodEnvironmentVariables.PodName, "the pod's name", "metadata.name"),
        new(PodEnvironmentVariables.PodNamespace, "the pod's namespace", "metadata.namespace"),
        new(PodEnvironmentVariables.PodOrdinal, "the pod's ordinal", $"metadata.labels['{KubernetesLabels.PodIndex}']"),
    ];

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        // Other software may well read variables of these names in its own way.
        if (manifests.FactsOf(workload)?.HasIdentity != true)
        {
            return;
        }

        foreach (MappingNode variable in workload.RunningContainers.SelectMany(static container => container["env"].Mappings()))
        {
            if (!variable["name"].TryGetString(out string? name))
            {
                continue;
            }

            foreach ((string known, string what, string field) in Variables)
            {
                if (name == known && IsReplaced(variable, known, field, workload))
                {
                    context.Report(this, variable["name"]!.Location ?? (variable["value"] ?? variable["valueFrom"])?.Location, new RuleFinding(known, what, workload.DisplayName, field));
                }
            }
        }
    }

    private static bool IsReplaced(MappingNode variable, string name, string field, WorkloadView workload)
    {
        if (variable["value"] is UnknownNode || variable["valueFrom"] is UnknownNode)
        {
            return false;
        }

        ManifestNode? path = variable["valueFrom"].At("fieldRef", "fieldPath");
        if (path is not null)
        {
            // Either quotes are allowed around a label's key.
            return path.TryGetString(out string? text) && text.Replace('"', '\'') != field;
        }

        // The namespace may be written out where it is the workload's own.
        return name != PodEnvironmentVariables.PodNamespace
            || !variable["value"].TryGetString(out string? value)
            || !workload.Namespace.TryGetString(out string? own)
            || value != own;
    }

    /// <param name="Name">The variable.</param>
    /// <param name="What">What PodIdentity reads from it.</param>
    /// <param name="Field">The field of the pod that it is set from.</param>
    private sealed record Variable(string Name, string What, string Field);
}
