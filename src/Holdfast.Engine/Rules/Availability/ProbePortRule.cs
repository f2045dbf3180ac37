using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ProbePortRule = new(
        id: "HF5016",
        title: "A probe names a port that its container does not have",
        messageFormat: "The {0} of '{1}' names the port '{2}', but {3}, so it fails every time; {4}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5016"));
}

/// <summary>HF5016: a probe or hook whose port's name its container does not have.</summary>
internal sealed class ProbePortRule() : PodOwnerRule(RuleDescriptors.ProbePortRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.RunningContainers)
        {
            foreach ((string what, ManifestNode? handler) in new[]
            {
                ("startup probe", container["startupProbe"]),
                ("readiness probe", container["readinessProbe"]),
                ("liveness probe", container["livenessProbe"]),
                ("postStart hook", container.At("lifecycle", "postStart")),
                ("preStop hook", container.At("lifecycle", "preStop")),
            })
            {
                foreach (ManifestNode? port in new[] { handler.At("httpGet", "port"), handler.At("tcpSocket", "port") })
                {
                    if (port.TryGetString(out string? name) && PortName.Problem(name) is null && ContainerPorts.HasName(container, name) == false)
                    {
                        Report(owner, container, what, port!, name, context);
                    }
                }
            }
        }
    }

    private void Report(PodOwnerView owner, MappingNode container, string what, ManifestNode port, string name, RuleContext context)
    {
        bool isElsewhere = owner.RunningContainers.Any(other => ContainerPorts.HasName(other, name) == true);
        context.Report(this, port.Location, new RuleFinding(
            what,
            container["name"].TryGetString(out string? own) ? own : owner.DisplayName,
            name,
            isElsewhere ? "Kubernetes looks names up only in the ports of the same container" : "its container has no port of that name",
            isElsewhere ? "use the port's number, or move the probe to the container that has the port" : "declare the port, or use its number"));
    }
}
