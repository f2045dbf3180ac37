using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Containers;

/// <summary>HF6007: a field of a pod or a Service that the API server refuses beside another, or without it.</summary>
internal sealed class CombinationRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF6007",
        title: "Fields do not go together",
        messageFormat: "{0}, so the API server refuses the {1}; {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6007"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (WorkloadView workload in manifests.Workloads)
        {
            CheckSpreads(workload, context);
            CheckTolerations(workload, context);
            CheckNodeAffinity(workload, context);
            CheckHost(workload, context);
            CheckPrivileges(workload, context);
            Report(context, ObjectView.KindOf(workload.Node), NeededFields.Find(workload)
                .Concat(ContainerCombinations.Find(workload))
                .Concat(ResourceCombinations.Find(workload))
                .Concat(PodCombinations.Find(workload))
                .Concat(SystemCombinations.Find(workload))
                .Concat(VolumeCombinations.Find(workload))
                .Concat(SelectorCombinations.Find(workload)));
        }

        foreach (StatefulSetView set in manifests.StatefulSets)
        {
            Report(context, StatefulSetView.Kind, ObjectCombinations.Find(set));
        }

        foreach (DisruptionBudgetView budget in manifests.DisruptionBudgets)
        {
            Report(context, DisruptionBudgetView.Kind, NeededFields.Find(budget).Concat(ObjectCombinations.Find(budget)).Concat(SelectorCombinations.Find(budget)));
        }

        foreach (NetworkPolicyView policy in manifests.NetworkPolicies)
        {
            Report(context, NetworkPolicyView.Kind, NeededFields.Find(policy).Concat(ObjectCombinations.Find(policy)).Concat(SelectorCombinations.Find(policy)));
        }

        foreach (ServiceView service in manifests.DeclaredServices)
        {
            CheckReach(service, context);
            Report(context, ServiceView.Kind, NeededFields.Find(service).Concat(ObjectCombinations.Find(service)));
        }

        foreach (ConfigMapView map in manifests.ConfigMaps)
        {
            Report(context, ConfigMapView.Kind, ObjectCombinations.Find(map));
        }

        foreach (ClaimSpec claim in ClaimSpec.In(manifests))
        {
            Report(context, ObjectView.KindOf(claim.Owner.Node), ClaimCombinations.Find(claim));
        }

        foreach (SecretView secret in manifests.Secrets)
        {
            Report(context, SecretView.Kind, SecretCombinations.Find(secret));
        }

        foreach (ClaimView claim in manifests.DeclaredClaims)
        {
            Report(context, ClaimView.Kind, NeededFields.Find(claim));
        }

        foreach (AutoscalerView autoscaler in manifests.Autoscalers)
        {
            Report(context, AutoscalerView.Kind, NeededFields.Find(autoscaler).Concat(AutoscalerCombinations.Find(autoscaler)));
            if (autoscaler.Node.At("spec", "minReplicas").TryGetInteger(out long min)
                && autoscaler.Node.At("spec", "maxReplicas").TryGetInteger(out long max)
                && max > 0
                && max < min)
            {
                Report(context, autoscaler.Node.At("spec", "maxReplicas"), AutoscalerView.Kind, $"An autoscaler of at least {min} members has at most {max}", "write the smaller number first");
            }
        }
    }

    private void CheckSpreads(WorkloadView workload, RuleContext context)
    {
        foreach (MappingNode spread in workload.PodSpec.At("topologySpreadConstraints").Mappings())
        {
            if (spread["minDomains"] is ScalarNode domains && IsOtherThan(spread["whenUnsatisfiable"], "DoNotSchedule"))
            {
                Report(context, domains, ObjectView.KindOf(workload.Node), "A spread that is not strict has minDomains", "set WhenUnsatisfiable to DoNotSchedule, or leave MinDomains out");
            }
        }
    }

    private void CheckPrivileges(WorkloadView workload, RuleContext context)
    {
        foreach (MappingNode container in workload.Containers)
        {
            ManifestNode? security = container["securityContext"];
            if (security.At("allowPrivilegeEscalation") is not ScalarNode { Kind: ScalarKind.Boolean, Text: "false" })
            {
                continue;
            }

            if (security.At("privileged").IsTrue())
            {
                Report(context, security.At("privileged"), ObjectView.KindOf(workload.Node), "A privileged container does not allow privilege escalation", "allow it, or leave Privileged out");
            }

            // In this spelling only: the one that runtimes know, SYS_ADMIN, is not looked for.
            foreach (ManifestNode capability in (security.At("capabilities", "add") as SequenceNode)?.Items ?? default)
            {
                if (Is(capability, "CAP_SYS_ADMIN"))
                {
                    Report(context, capability, ObjectView.KindOf(workload.Node), "A container with CAP_SYS_ADMIN does not allow privilege escalation", "allow it, or leave the capability out");
                }
            }
        }
    }

    private void CheckTolerations(WorkloadView workload, RuleContext context)
    {
        foreach (MappingNode toleration in workload.PodSpec.At("tolerations").Mappings())
        {
            if (toleration["key"] is null && IsOtherThan(toleration["operator"], "Exists"))
            {
                Report(context, toleration["value"] ?? toleration["operator"], ObjectView.KindOf(workload.Node), "A toleration of every taint compares a value", "name the taint's key, or leave operator and value out");
            }
            else if (toleration["value"] is ScalarNode value && Is(toleration["operator"], "Exists"))
            {
                Report(context, value, ObjectView.KindOf(workload.Node), "A toleration of any value has one", "use the operator Equal, or leave the value out");
            }

            if (toleration["tolerationSeconds"] is ScalarNode seconds && IsOtherThan(toleration["effect"], "NoExecute"))
            {
                Report(context, seconds, ObjectView.KindOf(workload.Node), "A toleration of an effect that evicts nobody has seconds", "use the effect NoExecute, or leave TolerationSeconds out");
            }
        }
    }

    private void CheckNodeAffinity(WorkloadView workload, RuleContext context)
    {
        ManifestNode? affinity = workload.PodSpec.At("affinity", "nodeAffinity");
        IEnumerable<MappingNode> terms = affinity.At("requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms").Mappings()
            .Concat(affinity.At("preferredDuringSchedulingIgnoredDuringExecution").Mappings().Select(static item => item["preference"]).OfType<MappingNode>());
        foreach (MappingNode expression in terms.SelectMany(static term => term["matchExpressions"].Mappings()))
        {
            if (expression["values"] is UnknownNode || !expression["operator"].TryGetString(out string? comparison))
            {
                continue;
            }

            int count = (expression["values"] as SequenceNode)?.Items.Count ?? 0;
            string? wanted = comparison switch
            {
                "In" or "NotIn" when count == 0 => "one value or more",
                "Exists" or "DoesNotExist" when count > 0 => "no value",
                "Gt" or "Lt" when count != 1 => "one value",
                _ => null,
            };
            if (wanted is not null)
            {
                Report(context, expression["operator"], ObjectView.KindOf(workload.Node), $"A node affinity with the operator {comparison} has {Count(count)}", "give it " + wanted);
            }
        }
    }

    private void CheckHost(WorkloadView workload, RuleContext context)
    {
        if (Is(workload.PodSpec.At("dnsPolicy"), "None") && workload.PodSpec.At("dnsConfig", "nameservers") is null or SequenceNode { Items.Count: 0 })
        {
            Report(context, workload.PodSpec.At("dnsPolicy"), ObjectView.KindOf(workload.Node), "Nobody resolves names: the DNS policy is None and there is no name server", "declare Nameservers, or another policy");
        }

        if (workload.PodSpec.At("hostNetwork").IsTrue())
        {
            foreach (MappingNode port in workload.Containers.SelectMany(static container => container["ports"].Mappings()))
            {
                if (port["hostPort"].TryGetInteger(out long host) && host != 0 && port["containerPort"].TryGetInteger(out long own) && host != own)
                {
                    Report(context, port["hostPort"], ObjectView.KindOf(workload.Node), $"On the host's network port {own} cannot be another one of the host", "leave HostPort out");
                }
            }
        }
    }

    private void CheckReach(ServiceView service, RuleContext context)
    {
        ManifestNode? type = service.Node.At("spec", "type");
        if (IsOtherThan(type, "LoadBalancer"))
        {
            foreach (string field in new[] { "loadBalancerClass", "loadBalancerSourceRanges", "allocateLoadBalancerNodePorts" })
            {
                if (service.Node.At("spec", field) is ScalarNode or SequenceNode)
                {
                    Report(context, service.Node.At("spec", field), ServiceView.Kind, $"'{service.DisplayName}' has {field} but no load balancer", "set Type to LoadBalancer, or leave it out");
                }
            }
        }

        if (service.Node.At("spec", "healthCheckNodePort") is ScalarNode health
            && (IsOtherThan(type, "LoadBalancer") || IsOtherThan(service.Node.At("spec", "externalTrafficPolicy"), "Local")))
        {
            Report(context, health, ServiceView.Kind, $"'{service.DisplayName}' has a healthCheckNodePort but no load balancer that asks for members on a node", "set Type to LoadBalancer and ExternalTrafficPolicy to Local, or leave it out");
        }

        if (service.Node.At("spec", "externalTrafficPolicy") is ScalarNode policy
            && IsOtherThan(type, "NodePort", "LoadBalancer")
            && service.Node.At("spec", "externalIPs") is null or SequenceNode { Items.Count: 0 })
        {
            Report(context, policy, ServiceView.Kind, $"'{service.DisplayName}' has an externalTrafficPolicy but gets no traffic from outside", "set Type to NodePort or LoadBalancer, or leave it out");
        }
    }

    private void Report(RuleContext context, string kind, IEnumerable<Combination> found)
    {
        foreach (Combination combination in found)
        {
            context.Report(this, combination.Place, new RuleFinding(combination.Problem, kind, combination.Advice));
        }
    }

    private void Report(RuleContext context, ManifestNode? node, string kind, string problem, string advice) =>
        context.Report(this, node?.Origin, new RuleFinding(problem, kind, advice));

    private static bool Is(ManifestNode? node, string text) => node.TryGetString(out string? actual) && actual == text;

    /// <summary>Whether a field is certain not to have one of the values; it does not where it is left out.</summary>
    private static bool IsOtherThan(ManifestNode? node, params string[] texts) =>
        node is null || (node.TryGetString(out string? actual) && !texts.Contains(actual));

    private static string Count(int values) => values switch
    {
        0 => "no value",
        1 => "one value",
        _ => "several values",
    };
}
