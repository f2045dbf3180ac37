using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor HeadlessServiceFieldRule = new(
        id: "HF1008",
        title: "A headless Service has settings that need a cluster IP",
        messageFormat: "The Service '{0}' is headless and has {1}, so {2}; declare a second Service for clients",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A headless Service is DNS records only: there is no address that could balance, keep a client with one pod, or be reached from outside.",
        helpLinkUri: HelpLink.For("HF1008"));
}

/// <summary>HF1008: a headless Service with fields that need an address.</summary>
internal sealed class HeadlessServiceFieldRule() : Rule(RuleDescriptors.HeadlessServiceFieldRule)
{
    /// <summary>Fields that the API server accepts with a warning, and that have no effect (1.36).</summary>
    private static readonly string[] Ignored = ["externalIPs", "loadBalancerIP"];

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ServiceView service in manifests.DeclaredServices.Where(static service => service.IsHeadless == true))
        {
            if (service.Type is "NodePort" or "LoadBalancer" or "ExternalName")
            {
                Report(service, service.Node.At("spec", "type"), "the type " + service.Type, "the API server refuses the Service", DiagnosticSeverity.Error);
            }

            if (service.Node.At("spec", "sessionAffinity").TryGetString(out string? affinity) && affinity == "ClientIP")
            {
                Report(service, service.Node.At("spec", "sessionAffinity"), "session affinity", "it is ignored, because clients connect to the pods directly", null);
            }

            foreach (string field in Ignored)
            {
                if (service.Node.At("spec", field) is ScalarNode { Kind: not ScalarKind.Null } or SequenceNode { Items.Count: > 0 })
                {
                    Report(service, service.Node.At("spec", field), new FieldText("ServiceSpec", field), "it is ignored", null);
                }
            }
        }

        void Report(ServiceView service, ManifestNode? node, object what, string consequence, DiagnosticSeverity? severity) =>
            context.Report(this, node?.Location, new RuleFinding(service.DisplayName, what, consequence) { Severity = severity });
    }
}
