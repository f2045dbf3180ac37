using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ServicePortRule = new(
        id: "HF5017",
        title: "A Service's port matches no container port",
        messageFormat: "{0}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5017"));
}

/// <summary>HF5017: a Service's port that leads to no port of the pods, or has no name beside others.</summary>
internal sealed class ServicePortRule() : Rule(RuleDescriptors.ServicePortRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        WorkloadView[]? all = null;
        LabelLookup<WorkloadView>? byLabel = null;
        foreach (ServiceView service in new ListedViews<ServiceView>(manifests.DeclaredServices))
        {
            MappingNode[] ports = service.Ports.ToArray();
            foreach (MappingNode port in ports)
            {
                if (ports.Length > 1 && (port["name"].IsAbsent() || port["name"].Is(string.Empty)))
                {
                    context.Report(this, port.Locations().FirstOrDefault(), new RuleFinding(
                        $"A port of '{service.DisplayName}' has no name and is not the only one, so the API server refuses the Service; name it")
                    {
                        Severity = DiagnosticSeverity.Error,
                    });
                }
            }

            if (service.Node.At("spec", "selector") is not MappingNode { Entries.Count: > 0 } selector)
            {
                continue;
            }

            // Of one nothing is looked up.
            all ??= [.. manifests.Workloads];
            IEnumerable<WorkloadView> near = all.Length > 1 ? (byLabel ??= new LabelLookup<WorkloadView>(all, static workload => workload.PodLabels)).Have(selector) : all;
            WorkloadView[] workloads = [.. near.Where(workload => service.IsInNamespaceOf(workload) == true && Selects(selector, workload))];
            if (workloads.Length == 0 || workloads.Any(static workload => InjectedContainers.MayBeIn(workload) || workload.PodSpec.At("containers") is UnknownNode))
            {
                continue;
            }

            MappingNode[] containers = workloads.Length == 1 ? workloads[0].RunningContainers : [.. workloads.SelectMany(static workload => workload.RunningContainers)];
            foreach (MappingNode port in ports)
            {
                Check(service, port, workloads, containers, context);
            }
        }
    }

    private void Check(ServiceView service, MappingNode port, WorkloadView[] workloads, MappingNode[] containers, RuleContext context)
    {
        ManifestNode? target = port["targetPort"] ?? port["port"];
        if (target.TryGetString(out string? name) && PortName.Problem(name) is null && LackName(containers, name))
        {
            context.Report(this, target!.Location, new RuleFinding(
                $"The Service '{service.DisplayName}' sends traffic to the port '{name}', but no container of '{workloads[0].DisplayName}' has a port with that name, so connections fail; use the name or number of a container port"));
        }
        else if (target.TryGetInteger(out long number)
            && number is >= KubernetesLimits.MinPort and <= KubernetesLimits.MaxPort
            && service.IsHeadless == false
            && containers.Any(static container => container["ports"] is SequenceNode { Items.Count: > 0 })
            && LackNumber(containers, number))
        {
            // A container may listen on a port that it does not declare.
            context.Report(this, target!.Location, new RuleFinding(
                $"The Service '{service.DisplayName}' sends traffic to port {number}, which no container of '{workloads[0].DisplayName}' declares, so connections may fail; set the target port to a declared one")
            {
                Severity = DiagnosticSeverity.Info,
            });
        }
    }

    private static bool Selects(MappingNode selector, WorkloadView workload)
    {
        foreach (MappingEntry entry in selector.Entries)
        {
            if (workload.PodLabels.At(entry.Key) is not ScalarNode label || !label.Equals(entry.Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all containers are known to have no port of a name.</summary>
    private static bool LackName(MappingNode[] containers, string name)
    {
        foreach (MappingNode container in containers)
        {
            if (ContainerPorts.HasName(container, name) != false)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all containers are known to have no port of a number.</summary>
    private static bool LackNumber(MappingNode[] containers, long number)
    {
        foreach (MappingNode container in containers)
        {
            if (ContainerPorts.HasNumber(container, number) != false)
            {
                return false;
            }
        }

        return true;
    }
}
