using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor PolicyPortRule = new(
        id: "HF5022",
        title: "A network policy allows the port of a Service and not that of its pods",
        messageFormat: "The NetworkPolicy '{0}' allows port {1}, which is the port of the Service '{2}', but a policy applies to the pods behind it, and those of '{3}' listen on {4}, so connections to the Service time out; write {4}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A network policy looks at packets that have the address and the port of a pod: those of a Service are replaced before.",
        helpLinkUri: HelpLink.For("HF5022"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF5022: network policies that allow the port of a Service, where pods listen on another.</summary>
internal sealed class PolicyPortRule() : Rule(RuleDescriptors.PolicyPortRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (NetworkPolicyView policy in new ListedViews<NetworkPolicyView>(manifests.NetworkPolicies))
        {
            Check(policy.Ingress, _ => [.. manifests.Workloads.Where(workload => policy.IsFor(workload) == true)]);
            Check(policy.Egress, rule => Receivers(rule, policy));

            void Check(ManifestNode? rules, Func<MappingNode, WorkloadView[]> receivers)
            {
                MappingNode[] ports = [.. rules.Mappings().SelectMany(static rule => rule["ports"].Mappings())];
                foreach (MappingNode rule in rules.Mappings().Where(static rule => rule["ports"] is SequenceNode { Items.Count: > 0 }))
                {
                    WorkloadView[] pods = receivers(rule);
                    if (pods.Length > 0 && !pods.Any(InjectedContainers.MayBeIn))
                    {
                        foreach (MappingNode port in rule["ports"].Mappings())
                        {
                            Judge(port, ports, pods, policy);
                        }
                    }
                }
            }
        }

        WorkloadView[] Receivers(MappingNode rule, NetworkPolicyView policy)
        {
            MappingNode[] peers = [.. rule["to"].Mappings()];
            return peers.Length == 0 || peers.Any(static peer => peer["namespaceSelector"] is not null || peer["ipBlock"] is not null || peer["podSelector"] is not MappingNode { Entries.Count: > 0 })
                ? []
                : [.. manifests.Workloads.Where(workload => policy.IsInNamespaceOf(workload) == true && peers.Any(peer => LabelSelector.Selects(peer["podSelector"], workload.PodLabels) == true))];
        }

        void Judge(MappingNode port, MappingNode[] all, WorkloadView[] pods, NetworkPolicyView policy)
        {
            if (port["port"] is not ScalarNode { Text: var text } || !port["endPort"].IsAbsent() || port["protocol"] is UnknownNode)
            {
                return;
            }

            MappingNode[] containers = [.. pods.SelectMany(static workload => workload.RunningContainers)];
            bool isNumber = port["port"].TryGetInteger(out long number);
            if (containers.Any(container => container["ports"] is not SequenceNode || Has(container) != false))
            {
                return;
            }

            foreach (ServiceView service in new ListedViews<ServiceView>(manifests.DeclaredServices))
            {
                if (Served(service) is { } target && !all.Any(other => Allows(other, target)))
                {
                    context.Report(this, port["port"]!.Location, new RuleFinding(
                        policy.DisplayName, isNumber ? text : $"'{text}'", service.DisplayName, pods[0].DisplayName, target.ToString(CultureInfo.InvariantCulture))
                    {
                        Properties = FixProperties.Replace(target.ToString(CultureInfo.InvariantCulture)),
                    });
                    return;
                }
            }

            bool? Has(MappingNode container) => isNumber ? ContainerPorts.HasNumber(container, number) : ContainerPorts.HasName(container, text);

            bool Allows(MappingNode other, long target) => other["port"] is not ScalarNode allowed
                || !other["endPort"].IsAbsent()
                || (other["port"].TryGetInteger(out long own) ? own == target : containers.Any(container => ContainerPorts.HasName(container, allowed.Text) != false));

            // The port of the pods behind the Service, where it is another one and they all declare it.
            long? Served(ServiceView service)
            {
                if (!pods.All(workload => service.IsInNamespaceOf(workload) == true && Selection.Selects(service.Selector, workload.PodLabels) == true))
                {
                    return null;
                }

                MappingNode? own = service.Ports.FirstOrDefault(own => PortProtocol.Of(own) == PortProtocol.Of(port)
                    && (isNumber ? own["port"].TryGetInteger(out long mapped) && mapped == number : own["name"].Is(text)));
                return own is not null && TargetOf(own) is { } target && target != number && pods.All(workload => workload.RunningContainers.Any(container => ContainerPorts.HasNumber(container, target) == true))
                    ? target
                    : null;
            }

            long? TargetOf(MappingNode own) => (own["targetPort"] ?? own["port"]) switch
            {
                var value when value.TryGetInteger(out long target) => target,
                var value when value.TryGetString(out string? name) => containers.SelectMany(static container => container["ports"].Mappings())
                    .FirstOrDefault(declared => declared["name"].Is(name))?["containerPort"].TryGetInteger(out long target) == true
                        ? target
                        : null,
                _ => null,
            };
        }
    }
}
