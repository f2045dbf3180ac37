using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Names;

/// <summary>HF2003: a name of an object, or of a part of one, that the API server refuses or that can name nothing.</summary>
internal sealed class ObjectNameRule : Rule
{
    private const string LabelForm = "use at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends";

    private const string PortForm = "use at most 15 lower-case letters, digits and single dashes, with a letter among them and no dash at an end";

    private const string SubdomainForm = "use lower-case letters, digits, dashes and dots, with a letter or digit at both ends";

    private const string KeyForm = "use at most 253 letters, digits, dashes, underscores and dots";
    private const string AppForm = "use at most 63 lower-case letters, digits, dashes and dots, with a letter or digit at both ends";

    /// <summary>Kinds of objects that are named by DNS names, beside those that are looked at for more.</summary>
    private static readonly string[] SubdomainKinds =
    [
        "ServiceAccount", SecretView.Kind, ClaimView.Kind, NetworkPolicyView.Kind, AutoscalerView.Kind, "Pod", "ReplicaSet",
    ];

    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF2003",
        title: "A name has a form that Kubernetes refuses",
        messageFormat: "The {0} name '{1}' {2}, so {3}; {4}{5}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2003"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        // A name that others are made of is reported once, as what it is first of all.
        var reported = new HashSet<Location>();
        foreach (DeploymentView deployment in manifests.Deployments)
        {
            if (!deployment.Name.TryGetString(out string? name))
            {
                continue;
            }

            // Where it is the value of a label too, it is no longer than one.
            if (name.Length > KubernetesLimits.DnsLabelLength && name.Equals((deployment.PodLabels.At(KubernetesLabels.Name) as ScalarNode)?.Text))
            {
                Report(deployment.Name!, "Deployment", name, DnsLabel.Explain(name, KubernetesLimits.DnsLabelLength), "the API server refuses the Deployment", AppForm, DnsLabel.Suggest(name));
            }
            else
            {
                Report(deployment.Name!, "Deployment", name, DnsSubdomain.Problem(name), "the API server refuses the Deployment", AppForm, DnsSubdomain.Suggest(name));
            }
        }

        foreach (StatefulSetView set in manifests.StatefulSets)
        {
            if (set.Name is { Origin: { } origin } && set.Name.TryGetString(out string? name) && DnsLabel.Problem(name) is not null)
            {
                reported.Add(origin);
            }
        }

        foreach (MappingNode node in manifests.Declared)
        {
            Label(node.At("metadata", "namespace"), "namespace", "the API server refuses the object");
            if (ObjectView.KindOf(node) is { } kind && SubdomainKinds.Contains(kind))
            {
                Subdomain(node.At("metadata", "name"), kind, "the API server refuses it");
            }
        }

        foreach (MappingNode node in manifests.Declared.Where(static node => ObjectView.Is(node, "v1", "Namespace")))
        {
            Label(node.At("metadata", "name"), "namespace", "the API server refuses it");
        }

        foreach (DisruptionBudgetView budget in manifests.DisruptionBudgets)
        {
            Budget(budget.Name);
        }

        foreach (ServiceView service in manifests.DeclaredServices)
        {
            Label(service.Name, "Service", "the API server refuses the Service");
            LeadingDigit(service.Name);
        }

        foreach (ConfigMapView map in manifests.ConfigMaps)
        {
            Subdomain(map.Name, "ConfigMap", "the API server refuses the ConfigMap");
            foreach (MappingEntry entry in map.Data.Concat(map.BinaryData))
            {
                Key(ScalarNode.String(entry.Key, entry.KeyOrigin), "the API server refuses the ConfigMap");
            }
        }

        foreach (MappingEntry entry in manifests.Secrets.SelectMany(static secret => secret.Data.Concat(secret.Texts)))
        {
            Key(ScalarNode.String(entry.Key, entry.KeyOrigin), "the API server refuses the Secret");
        }

        foreach (ClaimSpec claim in ClaimSpec.In(manifests))
        {
            string refused = $"the API server refuses the {ObjectView.KindOf(claim.Owner.Node)}";
            Subdomain(claim.Spec.At("storageClassName"), "StorageClass", refused, emptyIsFine: true);
            Subdomain(claim.Spec.At("volumeAttributesClassName"), "VolumeAttributesClass", refused, emptyIsFine: true);
        }

        foreach (StatefulSetView set in manifests.StatefulSets)
        {
            Label(set.ServiceName, "Service", "the API server refuses the StatefulSet", emptyIsFine: true);
        }

        foreach (DeploymentView deployment in manifests.Deployments)
        {
            Subdomain(deployment.Name, "Deployment", "the API server refuses it");
        }

        foreach (WorkloadView workload in manifests.Workloads)
        {
            Pod(workload, $"the API server refuses the {ObjectView.KindOf(workload.Node)}");
        }

        // After those of containers, which have a narrower form and often give them their names.
        foreach (MappingNode port in manifests.DeclaredServices.SelectMany(static service => service.Ports))
        {
            Label(port["name"], "port", "the API server refuses the Service", emptyIsFine: true);
        }

        void Pod(WorkloadView workload, string refused)
        {
            Subdomain(workload.PodSpec.At("serviceAccountName"), "ServiceAccount", refused);
            Subdomain(workload.PodSpec.At("priorityClassName"), "PriorityClass", refused);
            Subdomain(workload.PodSpec.At("runtimeClassName"), "RuntimeClass", refused);
            foreach (MappingNode secret in workload.PodSpec.At("imagePullSecrets").Mappings())
            {
                Subdomain(secret["name"], "Secret", "there can be no such Secret and images are pulled without it");
            }

            foreach (MappingNode template in workload.ClaimTemplates)
            {
                Label(template.At("metadata", "name"), "claim", refused);
            }

            foreach (MappingNode volume in workload.Volumes)
            {
                Label(volume["name"], "volume", refused);
                Driver(volume.At("csi", "driver"), refused);
                Subdomain(volume.At("persistentVolumeClaim", "claimName"), "claim", "there can be no such claim and the pods stay Pending");
                Subdomain(volume.At("configMap", "name"), "ConfigMap", "there can be no such ConfigMap and the pods never start");
                Subdomain(volume.At("secret", "secretName"), "Secret", "there can be no such Secret and the pods never start");
                foreach (MappingNode item in volume.At("configMap", "items").Mappings().Concat(volume.At("secret", "items").Mappings()))
                {
                    Key(item["key"], refused);
                }
            }

            foreach (MappingNode container in workload.Containers)
            {
                Label(container["name"], "container", refused);
                foreach (MappingNode port in container["ports"].Mappings())
                {
                    Port(port["name"], refused);
                }

                foreach (MappingNode source in container["env"].Mappings().Select(static variable => variable["valueFrom"]).OfType<MappingNode>())
                {
                    Subdomain(source.At("configMapKeyRef", "name"), "ConfigMap", refused);
                    Subdomain(source.At("secretKeyRef", "name"), "Secret", refused);
                    Key(source.At("configMapKeyRef", "key"), refused);
                    Key(source.At("secretKeyRef", "key"), refused);
                }

                foreach (MappingNode source in container["envFrom"].Mappings())
                {
                    Subdomain(source.At("configMapRef", "name"), "ConfigMap", refused);
                    Subdomain(source.At("secretRef", "name"), "Secret", refused);
                }
            }
        }

        void Label(ManifestNode? node, string what, string consequence, bool emptyIsFine = false)
        {
            if (node.TryGetString(out string? text) && !(emptyIsFine && text.Length == 0))
            {
                Report(node!, what, text, DnsLabel.Problem(text), consequence, LabelForm, DnsLabel.Suggest(text));
            }
        }

        void Subdomain(ManifestNode? node, string what, string consequence, bool emptyIsFine = false)
        {
            if (node.TryGetString(out string? text) && !(emptyIsFine && text.Length == 0) && DnsSubdomain.Problem(text) is { } problem)
            {
                Report(node!, what, text, problem, consequence, SubdomainForm, DnsSubdomain.Suggest(text));
            }
        }

        void Driver(ManifestNode? node, string consequence)
        {
            // Of a driver's name only, capitals are no matter.
            if (node.TryGetString(out string? text))
            {
                string name = text.ToLowerInvariant();
                Report(
                    node!,
                    "CSI driver",
                    text,
                    DnsSubdomain.Problem(name) ?? (name.Length > KubernetesLimits.DnsLabelLength ? $"has {name.Length} characters, {name.Length - KubernetesLimits.DnsLabelLength} too many" : null),
                    consequence,
                    SubdomainForm,
                    suggestion: null);
            }
        }

        void Key(ManifestNode? node, string consequence)
        {
            if (node.TryGetString(out string? text))
            {
                Report(node!, "entry", text, ConfigKey.Problem(text), consequence, KeyForm, ConfigKey.Suggest(text));
            }
        }

        void Port(ManifestNode? node, string consequence)
        {
            if (node.TryGetString(out string? text))
            {
                Report(node!, "port", text, PortName.Problem(text), consequence, PortForm, PortName.Suggest(text));
            }
        }

        void Budget(ManifestNode? node)
        {
            if (!node.TryGetString(out string? text))
            {
                return;
            }

            // Of a budget's name only what would lead elsewhere in a URL is refused.
            if (text is "." or ".." || text.IndexOfAny(['/', '%']) >= 0)
            {
                Report(node!, "PodDisruptionBudget", text, "is no part of a path", "the API server refuses it", SubdomainForm, DnsSubdomain.Suggest(text));
            }
            else
            {
                Report(node!, "PodDisruptionBudget", text, DnsSubdomain.Problem(text), "the API server takes it, and tools that make paths or labels of it fail", SubdomainForm, DnsSubdomain.Suggest(text), DiagnosticSeverity.Warning);
            }
        }

        void LeadingDigit(ManifestNode? node)
        {
            if (node.TryGetString(out string? text) && DnsLabel.Problem(text) is null && text[0] is >= '0' and <= '9')
            {
                Report(
                    node!,
                    "Service",
                    text,
                    "begins with a digit",
                    "API servers before 1.36 refuse the Service",
                    "let it begin with a letter",
                    suggestion: null,
                    DiagnosticSeverity.Warning);
            }
        }

        void Report(
            ManifestNode node,
            string what,
            string text,
            string? problem,
            string consequence,
            string form,
            string? suggestion,
            DiagnosticSeverity? severity = null)
        {
            if (problem is null || (node.Origin is { } origin && !reported.Add(origin)))
            {
                return;
            }

            context.Report(this, node.Origin, new RuleFinding(what, text, problem, consequence, form, Suggestion.Text(suggestion))
            {
                Severity = severity,
                Properties = FixProperties.Replace(suggestion),
            });
        }
    }
}
