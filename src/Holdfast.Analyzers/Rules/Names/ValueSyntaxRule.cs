using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Model.Fields;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Names;

/// <summary>HF2017: no address, network, label key or name where one is wanted.</summary>
internal sealed class ValueSyntaxRule : Rule
{
    private const string KeyForm = "use at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends, where wanted behind a DNS name and a slash";

    private const string ValueForm = "use at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends";

    private const string LabelForm = "use at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends";

    private const string SubdomainForm = "use lower-case letters, digits, dashes and dots, with a letter or digit at both ends";

    private const string AddressForm = "write one such as '10.0.0.1' or 'fd00::1'";

    private const string NetworkForm = "write one such as '10.0.0.0/8'";

    private static readonly string[] KubernetesFinalizers = ["kubernetes", "orphan", "foregroundDeletion"];

    private static readonly string[] PodAffinities = ["podAffinity", "podAntiAffinity"];

    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF2017",
        title: "A value has another form than the one that is wanted",
        messageFormat: "The {0} '{1}' {2}, so {3}; {4}{5}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2017"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared)
        {
            // Those of custom resources may lack a domain.
            if (node.At("metadata", "finalizers") is SequenceNode finalizers && FieldTable.Knows(node))
            {
                foreach (ManifestNode finalizer in finalizers.Items)
                {
                    new Checker(this, context, $"the API server refuses the {ObjectView.KindOf(node)}").Report(finalizer, "finalizer", FinalizerProblem, "write one such as 'example.com/name'");
                }
            }
        }

        foreach (ClaimSpec claim in ClaimSpec.In(manifests))
        {
            Selector(new Checker(this, context, Refuses(claim.Owner)), claim.Spec.At("selector"), "label value");
        }

        foreach (DisruptionBudgetView budget in manifests.DisruptionBudgets)
        {
            Selector(new Checker(this, context, Refuses(budget)), budget.Node.At("spec", "selector"), "label value");
        }

        foreach (WorkloadView workload in manifests.Workloads)
        {
            var check = new Checker(this, context, Refuses(workload));

            // Its labels are those of the pods, which HF1006 and HF2016 look at.
            Expressions(check, workload.Node.At("spec", "selector"), "label value");
            CheckAffinity(workload, check);
            CheckNodes(workload, check);
            CheckDns(workload, check);
            foreach (MappingNode gate in workload.PodSpec.At("readinessGates").Mappings())
            {
                Key(check, gate["conditionType"], "condition");
            }

            foreach (MappingNode gate in workload.PodSpec.At("schedulingGates").Mappings())
            {
                Key(check, gate["name"], "scheduling gate");
            }

            foreach (MappingNode spread in workload.PodSpec.At("topologySpreadConstraints").Mappings())
            {
                Key(check with { Consequence = "no node has such a label and nothing is spread by it, or pods stay Pending" }, spread["topologyKey"], "topology key");
                Keys(check, spread["matchLabelKeys"]);
                Selector(check, spread["labelSelector"], "label value");
            }
        }

        foreach (DeploymentView deployment in manifests.Deployments)
        {
            // In a StatefulSet the controller writes over both.
            var check = new Checker(this, context, Refuses(deployment));
            foreach (string field in new[] { "hostname", "subdomain" })
            {
                ManifestNode? name = deployment.PodSpec.At(field);
                check.Report(name, field, DnsLabel.Problem, LabelForm, DnsLabel.Suggest(Text(name)));
            }
        }

        foreach (ServiceView service in manifests.DeclaredServices)
        {
            CheckService(service, new Checker(this, context, Refuses(service)));
        }

        foreach (NetworkPolicyView policy in manifests.NetworkPolicies)
        {
            var check = new Checker(this, context, Refuses(policy));
            Selector(check, policy.Node.At("spec", "podSelector"), "label value");
            foreach (MappingNode other in policy.Others)
            {
                Network(check, other.At("ipBlock", "cidr"));
                foreach (ManifestNode except in Items(other.At("ipBlock", "except")))
                {
                    Network(check, except);
                    if (Text(other.At("ipBlock", "cidr")) is { Length: > 0 } whole && IpSyntax.Contains(whole, Text(except)) == false)
                    {
                        check.Report(except, "network", _ => $"is no part of '{whole}'", "write a smaller network within it");
                    }
                }

                Selector(check, other["podSelector"], "label value");
                Selector(check, other["namespaceSelector"], "namespace");
            }
        }
    }

    private static void CheckAffinity(WorkloadView workload, Checker check)
    {
        foreach (ManifestNode? affinity in PodAffinities.Select(field => workload.PodSpec.At("affinity", field)))
        {
            IEnumerable<MappingNode> terms = affinity.At("requiredDuringSchedulingIgnoredDuringExecution").Mappings()
                .Concat(affinity.At("preferredDuringSchedulingIgnoredDuringExecution").Mappings().Select(static item => item["podAffinityTerm"]).OfType<MappingNode>());
            foreach (MappingNode term in terms)
            {
                Key(check, term["topologyKey"], "topology key");
                Selector(check, term["labelSelector"], "label value");
                Selector(check, term["namespaceSelector"], "label value");
                Keys(check, term["matchLabelKeys"]);
                Keys(check, term["mismatchLabelKeys"]);
                foreach (ManifestNode name in Items(term["namespaces"]))
                {
                    check.Report(name, "namespace", DnsLabel.Problem, LabelForm, DnsLabel.Suggest(Text(name)));
                }
            }
        }
    }

    private static void CheckNodes(WorkloadView workload, Checker check)
    {
        foreach (MappingEntry label in (workload.PodSpec.At("nodeSelector") as MappingNode)?.Entries ?? default)
        {
            check.Report(ScalarNode.String(label.Key, label.KeyOrigin ?? label.Value.Origin), "label key", LabelSyntax.KeyProblem, KeyForm);
            check.Report(label.Value, "label value", LabelSyntax.ValueProblem, ValueForm);
        }

        ManifestNode? affinity = workload.PodSpec.At("affinity", "nodeAffinity");
        IEnumerable<MappingNode> terms = affinity.At("requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms").Mappings()
            .Concat(affinity.At("preferredDuringSchedulingIgnoredDuringExecution").Mappings().Select(static item => item["preference"]).OfType<MappingNode>());
        foreach (MappingNode expression in terms.SelectMany(static term => term["matchExpressions"].Mappings()))
        {
            Key(check, expression["key"], "label key");
        }

        foreach (MappingNode toleration in workload.PodSpec.At("tolerations").Mappings())
        {
            Key(check, toleration["key"], "taint key");
            check.Report(toleration["value"], "taint value", LabelSyntax.ValueProblem, ValueForm);
        }
    }

    private static void CheckDns(WorkloadView workload, Checker check)
    {
        foreach (ManifestNode server in Items(workload.PodSpec.At("dnsConfig", "nameservers")))
        {
            check.Report(server, "name server", IpSyntax.AddressProblem, AddressForm);
        }

        foreach (ManifestNode domain in Items(workload.PodSpec.At("dnsConfig", "searches")))
        {
            check.Report(domain, "search domain", SearchProblem, SubdomainForm);
        }

        foreach (MappingNode alias in workload.PodSpec.At("hostAliases").Mappings())
        {
            check.Report(alias["ip"], "address", IpSyntax.AddressProblem, AddressForm);
            foreach (ManifestNode name in Items(alias["hostnames"]))
            {
                check.Report(name, "host name", DnsSubdomain.Problem, SubdomainForm, DnsSubdomain.Suggest(Text(name)));
            }
        }
    }

    private static void CheckService(ServiceView service, Checker check)
    {
        Key(check, service.Node.At("spec", "loadBalancerClass"), "load balancer class");
        Labels(check, service.Selector, "label value");
        foreach (MappingNode port in service.Ports)
        {
            Key(check, port["appProtocol"], "application protocol");
        }

        foreach (ManifestNode address in Items(service.Node.At("spec", "externalIPs"))
            .Concat(Items(service.Node.At("spec", "clusterIPs")))
            .Append(service.Node.At("spec", "loadBalancerIP"))
            .Append(service.Node.At("spec", "clusterIP"))
            .OfType<ManifestNode>()
            .Where(static address => Text(address) is not ("None" or "")))
        {
            check.Report(address, "address", IpSyntax.AddressProblem, AddressForm);
        }

        foreach (ManifestNode network in Items(service.Node.At("spec", "loadBalancerSourceRanges")))
        {
            Network(check, network);
        }
    }

    private static void Selector(Checker check, ManifestNode? selector, string value)
    {
        Labels(check, selector.At("matchLabels"), value);
        Expressions(check, selector, value);
    }

    private static void Expressions(Checker check, ManifestNode? selector, string value)
    {
        foreach (MappingNode expression in selector.At("matchExpressions").Mappings())
        {
            Key(check, expression["key"], "label key");
            foreach (ManifestNode item in Items(expression["values"]))
            {
                check.Report(item, value, LabelSyntax.ValueProblem, ValueForm);
            }
        }
    }

    private static void Labels(Checker check, ManifestNode? labels, string value)
    {
        foreach (MappingEntry label in (labels as MappingNode)?.Entries ?? default)
        {
            // A label that nobody wrote is made of a name, which is judged as such; but a namespace is a value.
            if (label.KeyOrigin is not null)
            {
                check.Report(ScalarNode.String(label.Key, label.KeyOrigin), "label key", LabelSyntax.KeyProblem, KeyForm);
            }

            if (label.KeyOrigin is not null || value == "namespace")
            {
                check.Report(label.Value, value, LabelSyntax.ValueProblem, ValueForm);
            }
        }
    }

    private static void Network(Checker check, ManifestNode? node) =>
        check.Report(node, "network", IpSyntax.NetworkProblem, NetworkForm, IpSyntax.Suggest(Text(node)));

    private static void Key(Checker check, ManifestNode? node, string what) => check.Report(node, what, LabelSyntax.KeyProblem, KeyForm);

    private static void Keys(Checker check, ManifestNode? list)
    {
        foreach (ManifestNode key in Items(list))
        {
            Key(check, key, "label key");
        }
    }

    /// <summary>What is wrong with a search domain: it may be the root or end with it, and have underscores as SRV names do.</summary>
    private static string? SearchProblem(string text) =>
        text == "." ? null : DnsSubdomain.Problem((text.EndsWith(".", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text).Replace('_', 'x').ToLowerInvariant());

    /// <summary>What is wrong with a finalizer: those without a domain are Kubernetes' own.</summary>
    private static string? FinalizerProblem(string text) =>
        LabelSyntax.KeyProblem(text) ?? (text.Contains('/') || KubernetesFinalizers.Contains(text) ? null : "has no domain");

    private static IEnumerable<ManifestNode> Items(ManifestNode? node) => node is SequenceNode sequence ? sequence.Items : [];

    private static string Text(ManifestNode? node) => node.TryGetString(out string? text) ? text : string.Empty;

    private static string Refuses(ObjectView view) => $"the API server refuses the {ObjectView.KindOf(view.Node)}";

    /// <summary>Reports values of one object.</summary>
    private sealed record Checker(ValueSyntaxRule Owner, RuleContext Context, string Consequence)
    {
        public void Report(ManifestNode? node, string what, Func<string, string?> problemOf, string form, string? suggestion = null)
        {
            if (node.TryGetString(out string? text) && problemOf(text) is { } problem)
            {
                Context.Report(Owner, node!.Origin, new RuleFinding(what, text, problem, Consequence, form, Suggestion.Text(suggestion)));
            }
        }

        public void Report(ManifestNode? node, string what, Func<string, int, string?> problemOf, string form, string? suggestion) =>
            Report(node, what, text => problemOf(text, WellKnown.KubernetesLimits.DnsLabelLength), form, suggestion);
    }
}
